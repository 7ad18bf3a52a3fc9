/** A document as the lake keeps it: plain JSON with the five attributes that every stored document has. */
export interface StoredDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [field: string]: unknown
}

/** A JSON object whose fields have not been looked at yet. */
export type JsonObject = Record<string, unknown>

/** True for a JSON object (neither array nor null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const DRAFT = 'drafts.'
const VERSION = 'versions.'

/** Which copy of a document an ID names. */
export type Variant = { kind: 'published' } | { kind: 'draft' } | { kind: 'version'; release: string }

/** Reads the copy (published, draft, or version of a release) out of a document ID. */
export function variantOf(id: string): Variant {
  if (id.startsWith(DRAFT)) return { kind: 'draft' }
  if (id.startsWith(VERSION)) return { kind: 'version', release: id.split('.')[1] ?? '' }
  return { kind: 'published' }
}

/** The ID of the published copy: without `drafts.` or `versions.<release>.` in front. */
export function publishedIdOf(id: string): string {
  if (id.startsWith(DRAFT)) return id.slice(DRAFT.length)
  if (id.startsWith(VERSION)) return id.split('.').slice(2).join('.')
  return id
}

/** The ID of the draft copy of a published document. */
export function draftIdOf(publishedId: string): string {
  return DRAFT + publishedId
}

/** The rule that @sanity/client checks as well: 1 to 128 of `a-z A-Z 0-9 . _ -`, no leading `-` or `.`, no `..`. */
export function isDocumentId(id: unknown): id is string {
  return typeof id === 'string' && /^[a-z0-9_][a-z0-9_.-]{0,127}$/i.test(id) && !id.includes('..')
}

/** Calls `visit` with every object inside a JSON value, the outermost first. */
export function eachObject(value: unknown, visit: (object: JsonObject) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) eachObject(item, visit)
  } else if (isObject(value)) {
    visit(value)
    for (const item of Object.values(value)) eachObject(item, visit)
  }
}

/**
 * The IDs that a document refers to strongly. Weak references, and references into other datasets or
 * projects, do not count: the lake cannot and need not hold their targets.
 */
export function strongReferences(document: unknown): Set<string> {
  const targets = new Set<string>()
  eachObject(document, (object) => {
    const target = object['_ref']
    if (typeof target !== 'string' || object['_weak'] === true) return
    if (object['_dataset'] !== undefined || object['_projectId'] !== undefined) return
    if (object['_type'] === 'globalDocumentReference') return
    targets.add(target)
  })
  return targets
}

/** Deep equality of JSON values; the order of keys does not matter. */
export function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]))
  }
  if (!isObject(left) || !isObject(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  )
}
