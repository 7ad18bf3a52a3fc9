import {
  eachObject,
  isDocumentId,
  isObject,
  type JsonObject,
  publishedIdOf,
  type StoredDocument,
  variantOf,
} from './documents.ts'
import { ChangeRefused } from './errors.ts'
import type { Store } from './store.ts'
import type { Work } from './work.ts'

/** Carries out one action inside a transaction. */
export type ActionHandler = (work: Work, action: JsonObject, store: Store) => void

function invalid(message: string): ChangeRefused {
  return new ChangeRefused(400, 'invalidActionError', message)
}

/** A document ID out of an action. */
export function idField(action: JsonObject, name: string): string {
  const id = action[name]
  if (!isDocumentId(id)) throw invalid(`"${name}" must be a document ID`)
  return id
}

/** The ID of a published document: neither a draft's nor a version's. */
export function publishedIdField(action: JsonObject): string {
  const id = idField(action, 'publishedId')
  if (variantOf(id).kind !== 'published') throw invalid(`"publishedId" names a draft or a version: "${id}"`)
  return id
}

/** The ID of a draft or version, which must belong to the published ID where one is given. */
export function copyIdField(action: JsonObject, name: string, publishedId?: string): string {
  const id = idField(action, name)
  if (variantOf(id).kind === 'published')
    throw invalid(`"${name}" is not the ID of a draft or a version: "${id}"`)
  if (publishedId !== undefined && publishedIdOf(id) !== publishedId) {
    throw invalid(`"${name}" ("${id}") is not a copy of "${publishedId}"`)
  }
  return id
}

/** A JSON object out of an action. */
export function objectField(action: JsonObject, name: string): JsonObject {
  const value = action[name]
  if (!isObject(value)) throw invalid(`"${name}" must be a JSON object`)
  return value
}

/** Applies the `patch` of an action, which is one set of operations or a list of them. */
export function applyPatches(work: Work, id: string, patch: unknown): void {
  const patches = Array.isArray(patch) ? patch : [patch]
  for (const operations of patches) {
    if (!isObject(operations)) throw invalid('"patch" must be a JSON object')
    work.patch(id, operations)
  }
}

/** A copy under another ID, without the attributes that the lake sets. */
export function copyAs(document: StoredDocument, id: string): JsonObject {
  const { _rev, _updatedAt, _system, ...content } = document
  return { ...content, _id: id }
}

/** The published form of a draft: references marked so become strong. */
export function publishedForm(draft: StoredDocument, publishedId: string, existing: StoredDocument | null) {
  const content = structuredClone(copyAs(draft, publishedId))
  eachObject(content, (object) => {
    const mark = object['_strengthenOnPublish']
    if (mark === undefined) return
    delete object['_strengthenOnPublish']
    if (!isObject(mark) || mark['weak'] !== true) delete object['_weak']
  })
  return { ...content, _createdAt: existing?._createdAt ?? draft._createdAt }
}
