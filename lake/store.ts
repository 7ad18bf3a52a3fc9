import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { Dataset } from './dataset.ts'
import type { JsonObject, StoredDocument } from './documents.ts'
import { ChangeRefused } from './errors.ts'
import { diffDocuments, type MendozaPatch } from './mendoza-diff.ts'
import { Views } from './perspective.ts'
import { withSearchText } from './text-query.ts'
import { type Change, Work } from './work.ts'

/** A committed transaction, as listeners hear of it. */
export interface Committed {
  /** Place in the log, from 1; grows by one with each transaction. */
  seq: number
  id: string
  author: string
  /** ISO 8601 in UTC. */
  timestamp: string
  changes: (Change & { apply: MendozaPatch; revert: MendozaPatch })[]
}

/** Options of a transaction. */
export interface TransactOptions {
  author: string
  /** What caused it: `mutate`, or the name of the action. */
  cause: string
  transactionId?: string | undefined
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
}

function withoutRev(document: StoredDocument | null): JsonObject | null {
  if (!document) return null
  const { _rev, ...rest } = document
  return rest
}

/** The dataset: documents in memory, in step with SQLite, and the log of all transactions. */
export class Store {
  readonly dataset = new Dataset()
  readonly views: Views
  readonly db: DatabaseSync
  readonly #clock: () => Date
  readonly #random: () => string
  readonly #subscribers = new Set<(committed: Committed) => void>()

  constructor(db: DatabaseSync, clock: () => Date, random: () => string) {
    this.db = db
    this.#clock = clock
    this.#random = random
    this.views = new Views(this.dataset)
    for (const row of db.prepare('SELECT body FROM documents').iterate()) {
      this.dataset.put(withSearchText(JSON.parse(String(row['body']))))
    }
  }

  now(): Date {
    return this.#clock()
  }

  randomId(): string {
    return this.#random()
  }

  /** The place of the newest transaction in the log; 0 when there is none. */
  lastSeq(): number {
    const row = this.db.prepare('SELECT max(seq) AS seq FROM transactions').get()
    return Number(row?.['seq'] ?? 0)
  }

  /** Calls back after every commit, in order. Returns the function that ends it. */
  subscribe(listener: (committed: Committed) => void): () => void {
    this.#subscribers.add(listener)
    return () => this.#subscribers.delete(listener)
  }

  /**
   * Runs one transaction: all of `edit` is committed to the disk, then seen, or nothing of it happens. A dry run checks
   * everything and commits nothing.
   * @throws ChangeRefused when `edit` or referential integrity refuses
   */
  transact<T>(
    options: TransactOptions,
    edit: (work: Work) => T,
  ): { transactionId: string; result: T; work: Work } {
    const transactionId = options.transactionId ?? this.#random()
    if (this.#knows(transactionId)) {
      const description = `Transaction with ID "${transactionId}" already exists`
      throw new ChangeRefused(409, 'transactionAlreadyExistsError', description, { transactionId })
    }
    const timestamp = this.#clock().toISOString()
    const work = new Work(this.dataset, {
      transactionId,
      timestamp,
      randomId: this.#random,
      autoGenerateArrayKeys: options.autoGenerateArrayKeys ?? false,
    })
    const result = edit(work)
    const changes = work.finish().map((change) => {
      const before = withoutRev(change.before)
      const after = withoutRev(change.after)
      return { ...change, apply: diffDocuments(before, after), revert: diffDocuments(after, before) }
    })
    if (options.dryRun !== true && changes.length > 0) {
      const committed = { id: transactionId, author: options.author, timestamp, changes }
      this.#commit(committed, options.cause)
    }
    return { transactionId, result, work }
  }

  #knows(transactionId: string): boolean {
    return this.db.prepare('SELECT 1 FROM transactions WHERE id = ?').get(transactionId) !== undefined
  }

  #commit(committed: Omit<Committed, 'seq'>, cause: string): void {
    this.db.exec('BEGIN IMMEDIATE')
    let seq: number
    try {
      seq = this.#write(committed, cause)
      this.db.exec('COMMIT')
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK')
      throw error
    }
    for (const { id, after } of committed.changes) {
      if (after) this.dataset.put(withSearchText(after))
      else this.dataset.remove(id)
    }
    for (const subscriber of this.#subscribers) {
      try {
        subscriber({ ...committed, seq })
      } catch (error) {
        // The transaction stands; whoever could not be told of it must not make it look refused.
        process.stderr.write(
          `lake: a listener failed: ${error instanceof Error ? error.stack : String(error)}\n`,
        )
      }
    }
  }

  #write({ id, author, timestamp, changes }: Omit<Committed, 'seq'>, cause: string): number {
    const { lastInsertRowid } = this.db
      .prepare('INSERT INTO transactions (id, author, timestamp, cause) VALUES (?, ?, ?, ?)')
      .run(id, author, timestamp, cause)
    const log = this.db.prepare(
      `INSERT INTO changes (seq, document_id, previous_rev, transition, mutations, apply, revert)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    const put = this.db.prepare(
      'INSERT INTO documents (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
    )
    const remove = this.db.prepare('DELETE FROM documents WHERE id = ?')
    for (const change of changes) {
      log.run(
        lastInsertRowid,
        change.id,
        change.before?._rev ?? null,
        transitionOf(change),
        JSON.stringify(change.mutations),
        JSON.stringify(change.apply),
        JSON.stringify(change.revert),
      )
      if (change.after) put.run(change.id, JSON.stringify(change.after))
      else remove.run(change.id)
    }
    return Number(lastInsertRowid)
  }
}

/** How a change looks to a reader of the whole dataset. */
export function transitionOf({ before, after }: Pick<Change, 'before' | 'after'>) {
  if (!before) return 'appear' as const
  return after ? ('update' as const) : ('disappear' as const)
}

/** A random ID of 22 letters and digits (131 bits), the length of Sanity's transaction IDs. */
export function randomLakeId(): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let id = ''
  while (id.length < 22) {
    // Bytes from 248 up would make the first letters likelier than the others.
    for (const byte of randomBytes(32)) {
      if (byte < 248 && id.length < 22) id += alphabet[byte % 62]
    }
  }
  return id
}
