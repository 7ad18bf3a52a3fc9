import { draftIdOf, publishedIdOf, variantOf } from './documents.ts'
import type { LoggedChange } from './log.ts'

/** One entry of a document's history; the fields are those of Studio's events store. */
export interface HistoryEvent {
  type:
    | 'createDocumentVersion'
    | 'deleteDocumentVersion'
    | 'publishDocumentVersion'
    | 'unpublishDocument'
    | 'deleteDocumentGroup'
    | 'createLiveDocument'
    | 'updateLiveDocument'
  documentId: string
  timestamp: string
  author: string
  [field: string]: unknown
}

function releaseOf(id: string): { releaseId?: string } {
  const variant = variantOf(id)
  return variant.kind === 'version' ? { releaseId: variant.release } : {}
}

/**
 * Reads events out of logged changes. Edits of a draft are not among them: Studio makes those from the transactions.
 * @param changes all changes of a document's copies, oldest first
 * @param askedFor the copy whose history is told; a draft or published document hears nothing of other releases' versions
 * @returns the newest first
 */
export function eventsOf(changes: readonly LoggedChange[], askedFor: string): HistoryEvent[] {
  const publishedId = publishedIdOf(askedFor)
  const own = new Set(
    variantOf(askedFor).kind === 'version' ? [askedFor] : [askedFor, publishedId, draftIdOf(publishedId)],
  )
  const events: HistoryEvent[] = []
  const contributors = new Map<string, Set<string>>()
  for (const transaction of Map.groupBy(changes, ({ seq }) => seq).values()) {
    const published = transaction.find(({ documentId }) => documentId === publishedId)
    const copies = transaction.filter(({ documentId }) => documentId !== publishedId)
    for (const { documentId, author } of copies) {
      const authors = contributors.get(documentId) ?? new Set()
      contributors.set(documentId, authors.add(author))
    }
    const event = eventOf(published, copies, own, contributors)
    if (event) events.push(event)
  }
  return events.reverse()
}

function eventOf(
  published: LoggedChange | undefined,
  copies: LoggedChange[],
  own: ReadonlySet<string>,
  contributors: Map<string, Set<string>>,
): HistoryEvent | undefined {
  const gone = copies.find(({ transition }) => transition === 'disappear')
  const made = copies.find(({ transition }) => transition === 'appear')
  if (published && published.transition !== 'disappear' && gone) {
    return {
      ...base(published),
      type: 'publishDocumentVersion',
      revisionId: published.transactionId,
      versionId: gone.documentId,
      ...releaseOf(gone.documentId),
      ...(gone.previousRev === null ? {} : { versionRevisionId: gone.previousRev }),
      publishCause: published.cause.includes('release.publish') ? 'release.publish' : 'document.publish',
      contributors: [...(contributors.get(gone.documentId) ?? [])],
    }
  }
  if (published?.transition === 'disappear') {
    if (!made) return { ...base(published), type: 'deleteDocumentGroup' }
    const version = { versionId: made.documentId, versionRevisionId: made.transactionId }
    return { ...base(published), type: 'unpublishDocument', ...version, ...releaseOf(made.documentId) }
  }
  if (published) {
    const type = published.transition === 'appear' ? 'createLiveDocument' : 'updateLiveDocument'
    return { ...base(published), type, revisionId: published.transactionId }
  }
  const copy = copies.find(({ documentId, transition }) => own.has(documentId) && transition !== 'update')
  if (!copy) return undefined
  const created = copy.transition === 'appear'
  return {
    ...base(copy),
    type: created ? 'createDocumentVersion' : 'deleteDocumentVersion',
    versionId: copy.documentId,
    ...releaseOf(copy.documentId),
    versionRevisionId: created ? copy.transactionId : (copy.previousRev ?? copy.transactionId),
  }
}

function base({ documentId, timestamp, author }: LoggedChange) {
  return { documentId: publishedIdOf(documentId), timestamp, author }
}
