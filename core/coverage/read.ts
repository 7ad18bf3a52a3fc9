import { type DocumentPair, latest, type PlainDocument } from '../content/documents.ts'
import { numberOf, objectsOf, refOf, refsOf, textOf } from '../content/values.ts'
import type { CoverageInput, CoverageItem, CoverageType, CoverageUnit, ItemVersion } from './model.ts'

/** What to measure, and against what. */
export type CoverageChoice = {
  /** Published ID of the pack. */
  readonly pack: string
  /** Published ID of the framework; the pack's own when absent. */
  readonly framework?: string | undefined
}

/**
 * Reads a pack's items and a framework's units out of documents, drafts over published.
 *
 * Items that the pack lists and that do not exist are left out (the pack's checklist tells of them), an item that is
 * listed twice counts once. An item that has left the pack in a draft comes last, because members still see it.
 *
 * @param pairs every pack, article, video, exam, framework, competency and registrant type that may matter.
 */
export function readCoverage(
  pairs: ReadonlyMap<string, DocumentPair>,
  { pack, framework }: CoverageChoice,
): CoverageInput {
  const packPair = pairs.get(pack)
  const wanted = framework ?? refOf(latest(packPair)?.['framework'])
  return {
    ...readFramework(pairs, wanted),
    items: packPair === undefined ? [] : readItems(pairs, packPair),
  }
}

function readItems(pairs: ReadonlyMap<string, DocumentPair>, pack: DocumentPair): CoverageItem[] {
  const listedNow = new Set(refsOf(pack.published?.['items']))
  const listedNext = new Set(refsOf(latest(pack)?.['items']))
  return [...new Set([...listedNext, ...listedNow])].flatMap((id) => {
    const pair = pairs.get(id)
    const document = latest(pair)
    if (pair === undefined || document === undefined) return []
    const now =
      listedNow.has(id) && pair.published !== undefined
        ? version(pair.published, examPoints(pairs, pair.published, 'published'))
        : undefined
    const next = listedNext.has(id) ? version(document, examPoints(pairs, document, 'latest')) : undefined
    const exam = refOf(document['exam'])
    if (now === undefined && next === undefined) return []
    return [
      {
        id,
        kind: document._type === 'video' ? 'video' : 'article',
        ...(exam !== undefined && { exam }),
        ...(now !== undefined && { now }),
        ...(next !== undefined && { next }),
      },
    ]
  })
}

function examPoints(
  pairs: ReadonlyMap<string, DocumentPair>,
  item: PlainDocument,
  state: 'published' | 'latest',
): number | undefined {
  const exam = pairs.get(refOf(item['exam']) ?? '')
  const document = state === 'published' ? exam?.published : latest(exam)
  return numberOf(document?.['points'])
}

type Tags = Pick<ItemVersion, 'title' | 'audience' | 'units'>

/** Documents are never changed in place, so what was read from one holds as long as it does. */
const read = new WeakMap<PlainDocument, Tags>()

function version(document: PlainDocument, points: number | undefined): ItemVersion {
  let tags = read.get(document)
  if (tags === undefined) {
    tags = {
      title:
        textOf(document['title']) || (document._type === 'video' ? 'Untitled video' : 'Untitled article'),
      audience: new Set(refsOf(document['audience'])),
      units: new Set(
        objectsOf(document['learningObjectives']).flatMap((objective) => refsOf(objective['competencies'])),
      ),
    }
    read.set(document, tags)
  }
  return { ...tags, points }
}

function readFramework(
  pairs: ReadonlyMap<string, DocumentPair>,
  framework: string | undefined,
): Pick<CoverageInput, 'types' | 'units'> {
  const types: (CoverageType & { order: number })[] = []
  const units: (CoverageUnit & { order: number })[] = []
  for (const pair of pairs.values()) {
    const document = latest(pair)
    if (document?._type === 'registrantType') {
      types.push({
        id: pair.id,
        title: textOf(document['title']) || 'Untitled registrant type',
        abbreviation: textOf(document['abbreviation']),
        order: orderOf(document),
      })
    } else if (document?._type === 'competency') {
      const own = refOf(document['framework'])
      if (framework === undefined || own !== framework) continue
      units.push({
        id: pair.id,
        title: textOf(document['title']) || 'Untitled competency',
        type: refOf(document['registrantType']) ?? '',
        framework,
        order: orderOf(document),
      })
    }
  }
  return { types: inOrder(types), units: inOrder(units) }
}

function orderOf(document: PlainDocument): number {
  return numberOf(document['order']) ?? Number.POSITIVE_INFINITY
}

/** Sorted by position, equal positions by ID, so that the order never depends on how documents arrived. */
function inOrder<T extends { readonly id: string; readonly order: number }>(list: T[]): Omit<T, 'order'>[] {
  return list
    .sort((a, b) => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order - b.order))
    .map(({ order: _, ...rest }) => rest)
}
