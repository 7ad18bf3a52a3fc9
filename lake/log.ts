import { applyPatch } from 'mendoza'
import { isObject, type JsonObject, type StoredDocument } from './documents.ts'
import type { MendozaPatch } from './mendoza-diff.ts'
import type { Committed, Store } from './store.ts'

/** One document's part of a logged transaction. */
export interface LoggedChange {
  seq: number
  transactionId: string
  author: string
  timestamp: string
  cause: string
  documentId: string
  previousRev: string | null
  transition: 'appear' | 'update' | 'disappear'
  mutations: JsonObject[]
  apply: MendozaPatch
  revert: MendozaPatch
}

const COLUMNS = `t.seq, t.id, t.author, t.timestamp, t.cause, c.document_id, c.previous_rev, c.transition,
  c.mutations, c.apply, c.revert`

type Row = Record<string, unknown>

function readRow(row: Row): LoggedChange {
  const transition = row['transition']
  return {
    seq: Number(row['seq']),
    transactionId: String(row['id']),
    author: String(row['author']),
    timestamp: String(row['timestamp']),
    cause: String(row['cause']),
    documentId: String(row['document_id']),
    previousRev: row['previous_rev'] === null ? null : String(row['previous_rev']),
    transition: transition === 'appear' || transition === 'disappear' ? transition : 'update',
    mutations: JSON.parse(String(row['mutations'])),
    apply: JSON.parse(String(row['apply'])),
    revert: JSON.parse(String(row['revert'])),
  }
}

/** Everything that the log has about some documents, oldest first. */
export function changesOf(store: Store, documentIds: readonly string[]): LoggedChange[] {
  const rows = store.db
    .prepare(
      `SELECT ${COLUMNS} FROM changes c JOIN transactions t ON t.seq = c.seq
       WHERE c.document_id IN (SELECT value FROM json_each(?)) ORDER BY c.seq, c.document_id`,
    )
    .all(JSON.stringify(documentIds))
  return rows.map(readRow)
}

/** IDs that the log knows of a document's copies: published, draft, and in releases. */
export function copiesOf(store: Store, publishedId: string): string[] {
  const rows = store.db
    .prepare(
      `SELECT DISTINCT document_id AS id FROM changes
       WHERE document_id IN (?1, 'drafts.' || ?1)
          OR (document_id GLOB 'versions.*' AND substr(document_id, -length(?1) - 1) = '.' || ?1)`,
    )
    .all(publishedId)
  return rows.map((row) => String(row['id']))
}

/** The log's places by transaction ID; undefined for an ID that it does not know. */
export function seqOf(store: Store, transactionId: string): number | undefined {
  const row = store.db.prepare('SELECT seq FROM transactions WHERE id = ?').get(transactionId)
  return row === undefined ? undefined : Number(row['seq'])
}

function withRev(document: unknown, rev: string | null): StoredDocument | null {
  if (!isObject(document) || rev === null) return null
  const { _id, _type, _createdAt, _updatedAt, ...rest } = document
  return {
    ...rest,
    _id: String(_id),
    _type: String(_type),
    _rev: rev,
    _createdAt: String(_createdAt),
    _updatedAt: String(_updatedAt),
  }
}

/**
 * Undoes changes of one document, from its present state back.
 * @param changes the document's changes after the wanted moment, newest first
 */
export function rewind(
  present: StoredDocument | null,
  changes: readonly LoggedChange[],
): StoredDocument | null {
  let document = present
  for (const { revert, previousRev } of changes) {
    const { _rev, ...bare } = document ?? {}
    document = withRev(applyPatch(document ? bare : null, revert), previousRev)
  }
  return document
}

/** The document as it was right after the log's place `seq`; null when it did not exist then. */
export function documentAt(store: Store, id: string, seq: number): StoredDocument | null {
  const later = changesOf(store, [id]).filter((change) => change.seq > seq)
  return rewind(store.dataset.get(id) ?? null, later.reverse())
}

/** All transactions after the log's place `seq`, oldest first, as they were told to listeners. */
export function committedSince(store: Store, seq: number): Committed[] {
  const rows = store.db
    .prepare(
      `SELECT ${COLUMNS} FROM changes c JOIN transactions t ON t.seq = c.seq
       WHERE c.seq > ? ORDER BY c.seq, c.document_id`,
    )
    .all(seq)
  const changes = rows.map(readRow)
  // Each document is wound back from its present state, so the newest change comes first.
  const states = new Map<string, StoredDocument | null>()
  const bySeq = new Map<number, Committed>()
  for (const change of changes.reverse()) {
    const { documentId } = change
    const after = states.has(documentId)
      ? (states.get(documentId) ?? null)
      : (store.dataset.get(documentId) ?? null)
    const before = rewind(after, [change])
    states.set(documentId, before)
    const { transactionId, author, timestamp } = change
    const committed = bySeq.get(change.seq) ?? {
      seq: change.seq,
      id: transactionId,
      author,
      timestamp,
      changes: [],
    }
    const { mutations, apply, revert } = change
    committed.changes.unshift({ id: documentId, before, after, mutations, apply, revert })
    bySeq.set(change.seq, committed)
  }
  return [...bySeq.values()].reverse()
}
