import { type StoredDocument, strongReferences } from './documents.ts'

/**
 * Every document of the dataset in memory, by ID and by type, with an index of who refers to whom. SQLite keeps the
 * same documents durably; queries never touch it.
 */
export class Dataset {
  readonly #byId = new Map<string, StoredDocument>()
  readonly #referrers = new Map<string, Set<string>>()
  #sorted: readonly StoredDocument[] | null = null
  #version = 0

  /** Grows with every change, so that derived views know when they are out of date. */
  get version(): number {
    return this.#version
  }

  get size(): number {
    return this.#byId.size
  }

  get(id: string): StoredDocument | undefined {
    return this.#byId.get(id)
  }

  /** All documents in the order of their IDs, the order of a query that asks for none. */
  all(): readonly StoredDocument[] {
    this.#sorted ??= [...this.#byId.values()].sort((a, b) => (a._id < b._id ? -1 : 1))
    return this.#sorted
  }

  /** IDs of the documents with a strong reference to `id`, sorted. */
  referrersOf(id: string): string[] {
    return [...(this.#referrers.get(id) ?? [])].sort()
  }

  put(document: StoredDocument): void {
    this.#forget(document._id)
    this.#byId.set(document._id, document)
    for (const target of strongReferences(document)) {
      const referrers = this.#referrers.get(target) ?? new Set()
      this.#referrers.set(target, referrers.add(document._id))
    }
    this.#touch()
  }

  remove(id: string): void {
    this.#forget(id)
    this.#byId.delete(id)
    this.#touch()
  }

  #forget(id: string): void {
    for (const target of strongReferences(this.#byId.get(id))) {
      const referrers = this.#referrers.get(target)
      referrers?.delete(id)
      if (referrers?.size === 0) this.#referrers.delete(target)
    }
  }

  #touch(): void {
    this.#sorted = null
    this.#version++
  }
}
