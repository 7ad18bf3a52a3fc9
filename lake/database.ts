import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LakeError } from './errors.ts'

const SCHEMA_VERSION = 1
/** Marks the file as a lake ("LAKE" in ASCII), so that another program's database is not taken for one. */
const APPLICATION_ID = 0x4c414b45

const SCHEMA = `
CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;
CREATE TABLE transactions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  author TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  cause TEXT NOT NULL
) STRICT;
CREATE TABLE changes (
  seq INTEGER NOT NULL REFERENCES transactions (seq),
  document_id TEXT NOT NULL,
  previous_rev TEXT,
  transition TEXT NOT NULL CHECK (transition IN ('appear', 'update', 'disappear')),
  mutations TEXT NOT NULL,
  apply TEXT NOT NULL,
  revert TEXT NOT NULL,
  PRIMARY KEY (seq, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_of_document ON changes (document_id, seq);
CREATE TABLE keyvalue (
  user_id TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;
`

function pragma(db: DatabaseSync, name: string): unknown {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
}

function codeOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0
}

/**
 * Opens (or makes) `lake.sqlite` in a folder. Commits are on the disk before they return (WAL, synchronous=FULL), and
 * the file is locked, since a second process would not see this one's documents in memory.
 * @throws LakeError LAKE_DATA_UNREADABLE when folder or file cannot be used, LAKE_DATA_IN_USE when another lake runs on it
 */
export function openDatabase(folder: string): DatabaseSync {
  const file = join(folder, 'lake.sqlite')
  let db: DatabaseSync | undefined
  try {
    mkdirSync(join(folder, 'assets'), { recursive: true })
    db = new DatabaseSync(file)
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    db.exec('PRAGMA foreign_keys = ON; BEGIN IMMEDIATE; COMMIT;')
    prepareSchema(db, file)
    return db
  } catch (error) {
    db?.close()
    if (error instanceof LakeError) throw error
    throw explain(error, file)
  }
}

function prepareSchema(db: DatabaseSync, file: string): void {
  const version = Number(pragma(db, 'user_version'))
  const application = Number(pragma(db, 'application_id'))
  const tables = Number(pragma(db, 'schema_version'))
  if (version === 0 && application === 0 && tables === 0) {
    db.exec(`BEGIN; ${SCHEMA} PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`)
    return
  }
  if (application !== APPLICATION_ID) {
    throw unreadable(
      file,
      'is a database of another program',
      'Choose an empty data folder, or move the file away.',
    )
  }
  if (version > SCHEMA_VERSION) {
    throw unreadable(
      file,
      `was written by a newer version (schema ${version}; this one knows ${SCHEMA_VERSION})`,
      'Update this program, or start over with an empty data folder.',
    )
  }
  if (pragma(db, 'quick_check(1)') !== 'ok') {
    throw unreadable(
      file,
      'is damaged',
      'Restore a copy of the data folder, or start over with an empty one.',
    )
  }
}

function unreadable(file: string, why: string, remedy: string, cause?: unknown): LakeError {
  return new LakeError('LAKE_DATA_UNREADABLE', `The data file ${file} ${why}.`, remedy, cause)
}

function explain(error: unknown, file: string): LakeError {
  const code = codeOf(error)
  if (code === 5 || code === 6) {
    const remedy = 'Stop the other lake, or start this one with another data folder.'
    return new LakeError(
      'LAKE_DATA_IN_USE',
      `The data file ${file} is in use by another lake.`,
      remedy,
      error,
    )
  }
  if (code === 26 || code === 11) {
    const why = code === 26 ? 'is not a SQLite database' : 'is damaged'
    return unreadable(file, why, 'Restore a copy of the data folder, or start over with an empty one.', error)
  }
  const why = error instanceof Error ? error.message : String(error)
  const remedy = 'Make the folder readable and writable for this user, or choose another one.'
  return unreadable(file, `cannot be opened (${why})`, remedy, error)
}
