import type { Dataset } from './dataset.ts'
import {
  isDocumentId,
  isObject,
  type JsonObject,
  type StoredDocument,
  strongReferences,
} from './documents.ts'
import { ChangeRefused } from './errors.ts'
import { applyPatch } from './patch.ts'

/** What a transaction did to one document. Null stands for a document that does not exist. */
export interface Change {
  id: string
  before: StoredDocument | null
  after: StoredDocument | null
  mutations: JsonObject[]
}

/** What one mutation did, as `/data/mutate` reports it. */
export interface Outcome {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
}

interface WorkOptions {
  transactionId: string
  /** ISO 8601 in UTC. */
  timestamp: string
  /** Makes an ID for a document that came without one, or a `_key`. */
  randomId: () => string
  autoGenerateArrayKeys?: boolean
}

/**
 * One transaction in the making: documents are read through it and changed in it; nothing else sees the changes until
 * the store commits them. Every refusal is a ChangeRefused.
 */
export class Work {
  readonly #dataset: Dataset
  readonly options: WorkOptions
  readonly #changes = new Map<string, Change>()

  constructor(dataset: Dataset, options: WorkOptions) {
    this.#dataset = dataset
    this.options = options
  }

  /** The document as this transaction sees it. */
  get(id: string): StoredDocument | null {
    const change = this.#changes.get(id)
    return change ? change.after : (this.#dataset.get(id) ?? null)
  }

  /** The document, or a 404 refusal. */
  require(id: string): StoredDocument {
    const document = this.get(id)
    if (document) return document
    const description = `The document with the ID "${id}" was not found`
    throw new ChangeRefused(404, 'documentNotFoundError', description, { id })
  }

  create(given: unknown): Outcome {
    const document = this.#complete(given)
    if (this.get(document._id)) {
      const description = `Document by ID "${document._id}" already exists`
      throw new ChangeRefused(409, 'documentAlreadyExistsError', description, { id: document._id })
    }
    this.#record(document._id, document, { create: document })
    return { id: document._id, operation: 'create' }
  }

  createIfNotExists(given: unknown): Outcome {
    const document = this.#complete(given)
    if (this.get(document._id)) return { id: document._id, operation: 'none' }
    this.#record(document._id, document, { createIfNotExists: document })
    return { id: document._id, operation: 'create' }
  }

  createOrReplace(given: unknown): Outcome {
    const document = this.#complete(given)
    const existing = this.get(document._id)
    if (existing && isObject(given) && given['_createdAt'] === undefined)
      document._createdAt = existing._createdAt
    if (existing && existing._type !== document._type) throw immutable('_type', document._id)
    this.#record(document._id, document, { createOrReplace: document })
    return { id: document._id, operation: existing ? 'update' : 'create' }
  }

  delete(id: string): Outcome {
    if (!this.get(id)) return { id, operation: 'none' }
    this.#record(id, null, { delete: { id } })
    return { id, operation: 'delete' }
  }

  /** Applies a patch in Sanity's format (`set`, `unset`, `inc`, …) to an existing document. */
  patch(id: string, patch: JsonObject): Outcome {
    const before = this.require(id)
    this.expectRevision(before, patch['ifRevisionID'])
    const patched = applyPatch(before, patch)
    for (const field of ['_id', '_type', '_createdAt'] as const) {
      if (patched[field] !== before[field]) throw immutable(field, id)
    }
    const { query: _, params: __, ...operations } = patch
    const { transactionId, timestamp } = this.options
    const after = this.#withKeys({ ...patched, _rev: transactionId, _updatedAt: timestamp })
    this.#record(id, after, { patch: { ...operations, id } })
    return { id, operation: 'update' }
  }

  /** Refuses with 409 unless the document (or its absence) has the expected revision; undefined expects nothing. */
  expectRevision(document: StoredDocument | null, expected: unknown): void {
    if (expected === undefined || expected === null || document?._rev === expected) return
    const current = document?._rev ?? null
    const description = `document revision ID "${current}" does not match expected "${String(expected)}"`
    throw new ChangeRefused(409, 'documentRevisionIDDoesNotMatchError', description, {
      currentRevisionID: current,
      expectedRevisionID: expected,
      ...(document ? { id: document._id } : {}),
    })
  }

  /**
   * The changes that remain (what was made and deleted again within the transaction leaves none).
   * @throws ChangeRefused 409 when a strong reference would point to nothing
   */
  finish(): Change[] {
    const changes = [...this.#changes.values()]
      .filter(({ before, after }) => before !== null || after !== null)
      // The order in which the log gives them back, so that an event keeps its number.
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const { id, after } of changes) {
      if (after) this.#checkTargets(after)
      else this.#checkReferrers(id)
    }
    return changes
  }

  #checkTargets(document: StoredDocument): void {
    for (const target of strongReferences(document)) {
      if (this.get(target)) continue
      const description = `Document "${document._id}" references non-existent document "${target}"`
      const details = { id: document._id, referenceID: target }
      throw new ChangeRefused(409, 'documentReferenceDoesNotExistError', description, details)
    }
  }

  #checkReferrers(id: string): void {
    const referrers = new Set(this.#dataset.referrersOf(id))
    for (const change of this.#changes.values()) {
      if (change.after && strongReferences(change.after).has(id)) referrers.add(change.id)
      else referrers.delete(change.id)
    }
    if (referrers.size === 0) return
    const referencingIDs = [...referrers].sort()
    const list = referencingIDs.map((referrer) => `"${referrer}"`).join(', ')
    const description = `Document "${id}" cannot be deleted as there are references to it from ${list}`
    throw new ChangeRefused(409, 'documentHasExistingReferencesError', description, { id, referencingIDs })
  }

  #record(id: string, after: StoredDocument | null, mutation: JsonObject): void {
    const change = this.#changes.get(id)
    if (change) {
      change.after = after
      change.mutations.push(mutation)
    } else {
      this.#changes.set(id, { id, before: this.#dataset.get(id) ?? null, after, mutations: [mutation] })
    }
  }

  /** Checks a document of a request and gives it the attributes that the lake sets. */
  #complete(given: unknown): StoredDocument {
    if (!isObject(given)) throw new ChangeRefused(400, 'validationError', 'A document must be a JSON object')
    const { randomId, timestamp, transactionId } = this.options
    const wished = given['_id']
    // An ID that is left out, or that ends in a dot, asks the lake to complete it.
    const id =
      wished === undefined || wished === ''
        ? randomId()
        : typeof wished === 'string' && wished.endsWith('.')
          ? `${wished}${randomId()}`
          : wished
    if (!isDocumentId(id)) {
      throw new ChangeRefused(400, 'validationError', `Invalid document ID ${JSON.stringify(wished)}`)
    }
    const type = given['_type']
    if (typeof type !== 'string' || type === '') {
      throw new ChangeRefused(400, 'validationError', `Document "${id}" has no "_type"`, { id })
    }
    const createdAt = given['_createdAt']
    const updatedAt = given['_updatedAt']
    const document = {
      ...given,
      _id: id,
      _type: type,
      _rev: transactionId,
      _createdAt: typeof createdAt === 'string' ? createdAt : timestamp,
      _updatedAt: typeof updatedAt === 'string' ? updatedAt : timestamp,
    }
    return this.#withKeys(document)
  }

  #withKeys(document: StoredDocument): StoredDocument {
    if (!this.options.autoGenerateArrayKeys) return document
    const { randomId } = this.options
    const result: StoredDocument = { ...document }
    for (const [key, value] of Object.entries(document)) result[key] = addKeys(value, randomId)
    return result
  }
}

function immutable(field: string, id: string): ChangeRefused {
  const description = `Cannot modify immutable attribute "${field}" of document "${id}"`
  return new ChangeRefused(409, 'validationError', description, { id })
}

/** A copy in which every object in an array has a `_key`. */
function addKeys(value: unknown, randomId: () => string): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => {
      const inner = addKeys(item, randomId)
      return isObject(inner) && inner['_key'] === undefined
        ? { ...inner, _key: randomId().slice(0, 12) }
        : inner
    })
  }
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, addKeys(item, randomId)]))
}
