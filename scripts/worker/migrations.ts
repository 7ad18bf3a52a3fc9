import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Miniflare } from 'miniflare'
import { unstable_splitSqlQuery as splitSql } from 'wrangler'
import { UserError } from '../user-error.ts'

/** A D1 database in the runtime of this machine. */
export type LocalDatabase = Awaited<ReturnType<Miniflare['getD1Database']>>

/**
 * Brings a local D1 database up to date, one transaction a file. It keeps the same list of applied files as
 * `wrangler d1 migrations apply`, so either can go on where the other stopped.
 *
 * @throws UserError WORKER_MIGRATION_FAILED naming the file; that file has changed nothing then.
 */
export async function applyMigrations(database: LocalDatabase, folder: string): Promise<void> {
  await database.exec(
    'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
  )
  const { results } = await database.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()
  const applied = new Set(results.map(({ name }) => name))
  const pending = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !applied.has(name))
    .sort()
  for (const name of pending) {
    const statements = splitSql(readFileSync(join(folder, name), 'utf8'))
    try {
      await database.batch([
        ...statements.map((statement) => database.prepare(statement)),
        database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
      ])
    } catch (error) {
      throw new UserError(
        'WORKER_MIGRATION_FAILED',
        `The database could not be brought up to date: ${name} failed (${error instanceof Error ? error.message : String(error)}).`,
        'Nothing of it has been applied. Restore the database from a backup if its schema was changed by hand.',
      )
    }
  }
}
