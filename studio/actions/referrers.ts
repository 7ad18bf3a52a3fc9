import { getPublishedId, isDraftId, isVersionId } from 'sanity'

/** A document that refers to another one. */
export interface Referrer {
  /** The ID under which it is or would be published. */
  readonly id: string
  readonly type: string
  /** What its editor called it, if anything yet. */
  readonly title: string | undefined
  /** Which of its copies refer: one or both of these, the published one first. */
  readonly copies: readonly ('published' | 'draft' | 'release')[]
}

/** Finds every document with a reference to `$id`, drafts too; the document itself and its draft are left out. */
export const REFERRERS_QUERY =
  '*[references($id) && _id != $id && _id != "drafts." + $id && !(string::startsWith(_id, "versions.") && string::split(_id, ".")[2] == $id)]'

/**
 * Lists the documents that would lose something if a document were no longer there.
 *
 * Weak references do not count: whoever made one has said that its target may go. Those that will become strong when a
 * draft is published do.
 *
 * @param documents - the result of {@link REFERRERS_QUERY}, in any order
 * @param id - the ID under which the document is published
 * @returns one entry a document however many copies and references it has, by title
 */
export function referrersAmong(documents: readonly unknown[], id: string): Referrer[] {
  const found = new Map<string, Referrer>()
  for (const document of documents) {
    if (!isStored(document) || !holds(document, id)) continue
    const own = getPublishedId(document._id)
    const known = found.get(own)
    const copies = [...(known?.copies ?? []), copyOf(document._id)]
    found.set(own, {
      id: own,
      type: document._type,
      title: titleOf(document) ?? known?.title,
      copies: copies.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    })
  }
  return Array.from(found.values()).toSorted((a, b) =>
    (a.title ?? a.type).localeCompare(b.title ?? b.type, 'en'),
  )
}

const order: Referrer['copies'] = ['published', 'draft', 'release']

function copyOf(id: string): Referrer['copies'][number] {
  if (isDraftId(id)) return 'draft'
  return isVersionId(id) ? 'release' : 'published'
}

interface Stored extends Readonly<Record<string, unknown>> {
  readonly _id: string
  readonly _type: string
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && '_id' in value && '_type' in value
}

function titleOf(document: Stored): string | undefined {
  const title = document['title']
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined
}

/** Whether a value holds, at any depth, a reference to `id` that is strong or is going to be. */
function holds(value: unknown, id: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('_ref' in value && value._ref === id) {
    const weak = '_weak' in value && value._weak === true
    if (!weak || '_strengthenOnPublish' in value) return true
  }
  return Object.values(value).some((part) => holds(part, id))
}
