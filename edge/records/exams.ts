import { z } from 'zod'
import { closesAt, type ExamVersion, examVersionSchema, opensAt, type Release } from '../../core/index.ts'
import { auditEvent } from './audit.ts'

const storedVersion = z.object({ name: z.string(), body: z.string() })

/** A stored version never changes, so each is parsed once an isolate; the number kept is bounded. */
const parsedVersions = new Map<string, ExamVersion>()

/**
 * Parses the body of a version.
 *
 * @throws ZodError or SyntaxError when it is not one.
 */
export function readVersion(body: string): ExamVersion {
  return examVersionSchema.parse(JSON.parse(body))
}

/** Parses the body of a stored version, remembering it by its name: what is not stored must never come here. */
export function parseVersion(name: string, body: string): ExamVersion {
  const known = parsedVersions.get(name)
  if (known !== undefined) return known
  const version = readVersion(body)
  if (parsedVersions.size >= 200) parsedVersions.clear()
  parsedVersions.set(name, version)
  return version
}

/** A stored version, if this isolate has read it before. */
export function parsedVersion(name: string): ExamVersion | undefined {
  return parsedVersions.get(name)
}

/** The bodies of those versions that are known, by name. */
export async function knownVersions(
  db: D1Database,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { results } = await db
    .prepare('SELECT name, body FROM exam_version WHERE name IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(names))
    .all()
  return new Map(results.map((row) => storedVersion.parse(row)).map(({ name, body }) => [name, body]))
}

/**
 * Makes a release known, all of it or nothing. Versions that are known stay as they are.
 *
 * @param versions every version of the release, parsed, by name.
 * @param added names that were not known before, for the audit event.
 * @param now milliseconds of the Unix epoch.
 */
export async function storeRelease(
  db: D1Database,
  release: Release,
  versions: ReadonlyMap<string, ExamVersion>,
  added: readonly string[],
  now: number,
): Promise<void> {
  const version = db.prepare(
    'INSERT INTO exam_version (name, exam, body, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING',
  )
  const exam = db.prepare(
    `INSERT INTO exam
       (id, version, max_attempts, opens_on, closes_on, time_zone, opens_at, closes_at, released_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       version = excluded.version, max_attempts = excluded.max_attempts, opens_on = excluded.opens_on,
       closes_on = excluded.closes_on, time_zone = excluded.time_zone, opens_at = excluded.opens_at,
       closes_at = excluded.closes_at, released_at = excluded.released_at`,
  )
  const bodies = release.versions.filter(({ name }) => added.includes(name))
  await db.batch([
    ...bodies.flatMap(({ name, body }) => {
      const parsed = versions.get(name)
      return parsed === undefined ? [] : [version.bind(name, parsed.exam, body, now)]
    }),
    ...release.exams.map(({ exam: id, version: name, window }) =>
      exam.bind(
        id,
        name,
        versions.get(name)?.maxAttempts ?? null,
        window.opensOn,
        window.closesOn,
        window.timeZone,
        opensAt(window),
        closesAt(window),
        now,
      ),
    ),
    auditEvent(db, {
      at: now,
      kind: 'exams.released',
      member: undefined,
      detail: {
        added,
        exams: release.exams.map(({ exam: id, version: name }) => ({ exam: id, version: name })),
      },
    }),
  ])
}
