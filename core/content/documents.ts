/** A document of the dataset as it is stored, of any type and in any state: every field may be missing or half written. */
export type PlainDocument = {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** The two states of one document: what members see, and what an editor has written since. At least one is there. */
export type DocumentPair = {
  /** The ID without prefix, which is the ID in every reference. */
  readonly id: string
  readonly published?: PlainDocument
  readonly draft?: PlainDocument
}

const DRAFT = 'drafts.'

/** The ID under which a document is or will be published: without the `drafts.` of a draft. */
export function publishedIdOf(id: string): string {
  return id.startsWith(DRAFT) ? id.slice(DRAFT.length) : id
}

/**
 * Puts drafts beside their published originals. Copies in releases (`versions.…`) are left out: they are neither what
 * members see nor what is being edited.
 *
 * @param documents in any order; of two with the same ID the later one counts.
 * @returns the pairs by published ID, in the order in which the documents came.
 */
export function pairDocuments(documents: Iterable<PlainDocument>): Map<string, DocumentPair> {
  const pairs = new Map<string, { id: string; published?: PlainDocument; draft?: PlainDocument }>()
  for (const document of documents) {
    if (document._id.startsWith('versions.')) continue
    const id = publishedIdOf(document._id)
    let pair = pairs.get(id)
    if (pair === undefined) {
      pair = { id }
      pairs.set(id, pair)
    }
    if (id === document._id) pair.published = document
    else pair.draft = document
  }
  return pairs
}

/** What the document will be once everything is published: its draft, where it has one. */
export function latest(pair: DocumentPair | undefined): PlainDocument | undefined {
  return pair?.draft ?? pair?.published
}
