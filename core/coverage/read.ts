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
 * Reads a pack's items and a framework's units out of documents, drafts over published. What has not changed since the
 * last reading of the same documents is given as the same objects, so that a change costs little to those who compare.
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
    return now === undefined && next === undefined ? [] : itemOf(pair.id, document, now, next)
  })
}

/** What was read last from the same document: given again while it is still true, so that equal items are identical. */
const readItemsBefore = new WeakMap<PlainDocument, CoverageItem>()

function itemOf(
  id: string,
  document: PlainDocument,
  now: ItemVersion | undefined,
  next: ItemVersion | undefined,
): CoverageItem {
  const before = readItemsBefore.get(document)
  if (before !== undefined && before.now === now && before.next === next) return before
  const exam = refOf(document['exam'])
  const item: CoverageItem = {
    id,
    kind: document._type === 'video' ? 'video' : 'article',
    ...(exam !== undefined && { exam }),
    ...(now !== undefined && { now }),
    ...(next !== undefined && { next }),
  }
  readItemsBefore.set(document, item)
  return item
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

/** Documents are never changed in place, so what was read from one holds as long as it and its exam's points do. */
const readVersionsBefore = new WeakMap<PlainDocument, ItemVersion>()

function version(document: PlainDocument, points: number | undefined): ItemVersion {
  const before = readVersionsBefore.get(document)
  if (before !== undefined && before.points === points) return before
  const read: ItemVersion = {
    title: textOf(document['title']) || (document._type === 'video' ? 'Untitled video' : 'Untitled article'),
    audience: before?.audience ?? new Set(refsOf(document['audience'])),
    units:
      before?.units ??
      new Set(
        objectsOf(document['learningObjectives']).flatMap((objective) => refsOf(objective['competencies'])),
      ),
    points,
  }
  readVersionsBefore.set(document, read)
  return read
}

function readFramework(
  pairs: ReadonlyMap<string, DocumentPair>,
  framework: string | undefined,
): Pick<CoverageInput, 'types' | 'units'> {
  const types: Placed<CoverageType>[] = []
  const units: Placed<CoverageUnit>[] = []
  for (const pair of pairs.values()) {
    const document = latest(pair)
    if (document?._type === 'registrantType') types.push(placedType(pair.id, document))
    else if (document?._type === 'competency') {
      const own = refOf(document['framework'])
      if (own !== undefined && own === framework) units.push(placedUnit(pair.id, document, own))
    }
  }
  return { types: inOrder(types), units: inOrder(units) }
}

/** Something with its position in lists. */
type Placed<T extends { readonly id: string }> = { readonly value: T; readonly order: number }

const placedType = once((id, document) => ({
  value: {
    id,
    title: textOf(document['title']) || 'Untitled registrant type',
    abbreviation: textOf(document['abbreviation']),
  },
  order: orderOf(document),
}))

const placedUnit = once((id, document, framework) => ({
  value: {
    id,
    title: textOf(document['title']) || 'Untitled competency',
    type: refOf(document['registrantType']) ?? '',
    framework,
  },
  order: orderOf(document),
}))

/** Reads a document once, and gives the same again for the same document. */
function once<T>(
  read: (id: string, document: PlainDocument, framework: string) => T,
): (id: string, document: PlainDocument, framework?: string) => T {
  const known = new WeakMap<PlainDocument, T>()
  return (id, document, framework = '') => {
    const before = known.get(document)
    if (before !== undefined) return before
    const value = read(id, document, framework)
    known.set(document, value)
    return value
  }
}

function orderOf(document: PlainDocument): number {
  return numberOf(document['order']) ?? Number.POSITIVE_INFINITY
}

/** Sorted by position, equal positions by ID, so that the order never depends on how documents arrived. */
function inOrder<T extends { readonly id: string }>(list: readonly Placed<T>[]): T[] {
  return list
    .toSorted((a, b) => (a.order === b.order ? (a.value.id < b.value.id ? -1 : 1) : a.order - b.order))
    .map(({ value }) => value)
}
