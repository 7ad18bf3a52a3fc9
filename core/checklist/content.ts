import { type DocumentPair, latest, type PlainDocument } from '../content/documents.ts'
import { objectsOf, refOf, refsOf, textOf } from '../content/values.ts'
import { type CoverageMatrix, coverageMatrix } from '../coverage/matrix.ts'
import { readCoverage } from '../coverage/read.ts'
import type { Finding } from './model.ts'

/** A document as a check looks at it: the draft, where there is one. */
export type Subject = {
  readonly id: string
  readonly document: PlainDocument
  readonly state: Finding['state']
  /** Whether members can see some state of it. */
  readonly everPublished: boolean
  /** The title, or what stands for it. */
  readonly title: string
}

/** An item of the pack with the exam that it names. */
export type Item = Subject & {
  /** `_key` of the pack's reference to it. */
  readonly key: string
  /** ID of the exam, whether it exists or not. */
  readonly examId: string | undefined
  readonly exam: Subject | undefined
}

/** What a pack is made of, drafts over published. */
export type PackContent = {
  readonly pack: Subject
  /** In the pack's order, each once. */
  readonly items: readonly Item[]
  /** The exams of the items, each once. */
  readonly exams: readonly Subject[]
  /** References of the pack to items that do not exist, or that stand in the list twice. */
  readonly strayItems: readonly {
    readonly key: string
    readonly id: string
    readonly why: 'gone' | 'twice'
  }[]
  readonly framework: Subject | undefined
  /** The framework's cycle. */
  readonly cycle: Subject | undefined
  readonly matrix: CoverageMatrix
  /** Looks up any other document, such as a competency. */
  readonly subject: (id: string) => Subject | undefined
}

/** Gathers a pack's content. `undefined` when there is no such pack. */
export function readPackContent(
  pairs: ReadonlyMap<string, DocumentPair>,
  packId: string,
): PackContent | undefined {
  const pack = subject(pairs, packId)
  if (pack === undefined) return undefined
  const items = new Map<string, Item>()
  const strayItems: { key: string; id: string; why: 'gone' | 'twice' }[] = []
  for (const reference of objectsOf(pack.document['items'])) {
    const id = refOf(reference)
    if (id === undefined) continue
    const key = textOf(reference['_key'])
    const found = subject(pairs, id)
    if (items.has(id)) strayItems.push({ key, id, why: 'twice' })
    else if (found === undefined) strayItems.push({ key, id, why: 'gone' })
    else {
      const examId = refOf(found.document['exam'])
      items.set(id, { ...found, key, examId, exam: subject(pairs, examId) })
    }
  }
  const exams = new Map<string, Subject>()
  for (const { exam } of items.values()) if (exam !== undefined) exams.set(exam.id, exam)
  const framework = subject(pairs, refOf(pack.document['framework']))
  return {
    pack,
    items: [...items.values()],
    exams: [...exams.values()],
    strayItems,
    framework,
    cycle: subject(pairs, refOf(framework?.document['cycle'])),
    matrix: coverageMatrix(readCoverage(pairs, { pack: packId })),
    subject: (id) => subject(pairs, id),
  }
}

/** The IDs of everything that a pack's checklist reads, as far as the documents at hand tell. */
export function packContentIds(pairs: ReadonlyMap<string, DocumentPair>, packId: string): Set<string> {
  const ids = new Set([packId])
  const note = (id: string | undefined) => {
    if (id !== undefined) ids.add(id)
  }
  for (const pack of statesOf(pairs.get(packId))) {
    note(refOf(pack['framework']))
    for (const id of refsOf(pack['items'])) {
      note(id)
      for (const item of statesOf(pairs.get(id))) note(refOf(item['exam']))
    }
  }
  return ids
}

function statesOf(pair: DocumentPair | undefined): PlainDocument[] {
  return [pair?.published, pair?.draft].filter((state) => state !== undefined)
}

function subject(pairs: ReadonlyMap<string, DocumentPair>, id: string | undefined): Subject | undefined {
  const pair = pairs.get(id ?? '')
  const document = latest(pair)
  if (pair === undefined || document === undefined) return undefined
  return {
    id: pair.id,
    document,
    state: pair.draft === undefined ? 'published' : 'draft',
    everPublished: pair.published !== undefined,
    title: textOf(document['title']) || `Untitled ${document._type}`,
  }
}
