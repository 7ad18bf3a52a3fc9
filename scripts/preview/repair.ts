/** Something of a query's answer whose shape is not known yet. */
type Json = Readonly<Record<string, unknown>>

/**
 * Puts published documents in the place of drafts that break a rule, so that everything else can still be shown.
 *
 * @param draft answer to the site's query with drafts.
 * @param published the same query's answer without drafts; `null` when nothing was published yet.
 * @param broken IDs of the documents that break a rule. An item without a published copy is left out.
 */
export function withoutBroken(draft: unknown, published: unknown, broken: ReadonlySet<string>): unknown {
  if (!isObject(draft)) return published
  const other = isObject(published) ? published : {}
  const settings = broken.has(idOf(draft)) ? other : draft
  // Lists of documents that the site shows beside the pack.
  const lists = Object.entries(draft).flatMap(([name, value]) =>
    Array.isArray(value) ? [[name, listOf(value, other[name], broken)] as const] : [],
  )
  return {
    ...settings,
    ...Object.fromEntries(lists),
    activePack: packOf(draft['activePack'], other['activePack'], broken),
  }
}

function listOf(draft: readonly unknown[], published: unknown, broken: ReadonlySet<string>): unknown[] {
  const others = byId(Array.isArray(published) ? published : [])
  return draft.flatMap((document) => {
    const id = idOf(document)
    return broken.has(id) ? (others.get(id) ?? []) : [document]
  })
}

function packOf(draft: unknown, published: unknown, broken: ReadonlySet<string>): unknown {
  if (!isObject(draft)) return published
  const other = isObject(published) ? published : {}
  const isBroken = broken.has(idOf(draft))
  // A list that holds what is not there is mended by the published one; its items may be drafts all the same.
  const listed = itemsOf(isBroken ? other : draft)
  const drafts = byId(itemsOf(draft))
  const publishedItems = byId(itemsOf(other))
  const framework = draft['framework']
  return {
    ...(isBroken ? other : draft),
    framework: isObject(framework) && !holdsBroken(framework, broken) ? framework : other['framework'],
    items: listed.flatMap((item) => {
      const id = idOf(item)
      return itemOf(drafts.get(id) ?? item, publishedItems.get(id), broken)
    }),
  }
}

function itemOf(draft: unknown, published: Json | undefined, broken: ReadonlySet<string>): unknown[] {
  if (!isObject(draft)) return []
  const item = broken.has(idOf(draft)) ? published : draft
  if (item === undefined) return []
  return [{ ...item, exam: examOf(draft['exam'], item === draft, published?.['exam'], broken) }]
}

/** A sound draft of an exam is shown, also with the published copy of its item, as long as that has the same exam. */
function examOf(
  draft: unknown,
  itemIsDraft: boolean,
  published: unknown,
  broken: ReadonlySet<string>,
): unknown {
  const sound = isObject(draft) && !broken.has(idOf(draft))
  if (sound && (itemIsDraft || idOf(draft) === idOf(published))) return draft
  return published ?? (itemIsDraft ? draft : null)
}

/** Whether a document, or one that it holds, breaks a rule: a framework comes with its cycle, a cycle with its scheme. */
function holdsBroken(value: unknown, broken: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((member) => holdsBroken(member, broken))
  if (!isObject(value)) return false
  return broken.has(idOf(value)) || Object.values(value).some((member) => holdsBroken(member, broken))
}

/** The items that an answer lists. */
export function itemsOf(pack: unknown): unknown[] {
  const items = isObject(pack) ? pack['items'] : undefined
  return Array.isArray(items) ? items : []
}

function byId(items: readonly unknown[]): Map<string, Json> {
  return new Map(items.filter(isObject).map((item) => [idOf(item), item]))
}

/** A document's ID; empty for what is no document. */
export function idOf(document: unknown): string {
  return isObject(document) && typeof document['_id'] === 'string' ? document['_id'] : ''
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
