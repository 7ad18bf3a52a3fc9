import { z } from 'zod'
import type { Elsewhere } from '../../core/index.ts'

/** How many entries of a member are kept to go back to. */
const entriesKept = 20

/** A member's newest entry; `number` is 0 and everything empty before the first. */
export type ElsewhereEntry = Elsewhere & { readonly number: number; readonly savedAt: number | undefined }

/** Whose entry, and of which cycle. */
export type ElsewhereKey = { readonly member: string; readonly cycle: string }

const codes = z.array(z.string())
const entryRow = z.object({
  number: z.number(),
  registrant_types: z.string().transform((text) => codes.parse(JSON.parse(text))),
  year: z.number(),
  saved_at: z.number(),
})
const pointsRow = z
  .object({
    registrant_type: z.string(),
    points: z.number(),
    interactive: z.number(),
    specialist: z.number(),
    this_year: z.number(),
    peer_reviews: z.number(),
  })
  .transform((row) => ({
    registrantType: row.registrant_type,
    points: row.points,
    interactive: row.interactive,
    specialist: row.specialist,
    thisYear: row.this_year,
    peerReviews: row.peer_reviews,
  }))
const unitRow = z.object({ unit: z.string() })

/** The number of the newest entry of `?1` in cycle `?2`. */
const newest = '(SELECT max(number) FROM elsewhere WHERE member = ?1 AND cycle = ?2)'

/**
 * What a member said that they hold elsewhere in a cycle.
 *
 * @param number of an earlier entry; the newest one unless it is given.
 */
export async function elsewhereOf(
  db: D1Database,
  { member, cycle }: ElsewhereKey,
  number?: number,
): Promise<ElsewhereEntry> {
  const asked = `coalesce(?3, ${newest})`
  const [entries, points, units] = await db.batch(
    [
      `SELECT number, registrant_types, year, saved_at FROM elsewhere
       WHERE member = ?1 AND cycle = ?2 AND number = ${asked}`,
      `SELECT registrant_type, points, interactive, specialist, this_year, peer_reviews FROM elsewhere_points
       WHERE member = ?1 AND cycle = ?2 AND number = ${asked}`,
      `SELECT unit FROM elsewhere_unit WHERE member = ?1 AND cycle = ?2 AND number = ${asked} ORDER BY unit`,
    ].map((sql) => db.prepare(sql).bind(member, cycle, number ?? null)),
  )
  const [entry] = z.array(entryRow).parse(entries?.results ?? [])
  return {
    number: entry?.number ?? 0,
    savedAt: entry?.saved_at,
    registrantTypes: entry?.registrant_types ?? [],
    year: entry?.year ?? 0,
    points: z.array(pointsRow).parse(points?.results ?? []),
    units: z
      .array(unitRow)
      .parse(units?.results ?? [])
      .map(({ unit }) => unit),
  }
}

/**
 * Makes what a member says now their newest entry, all of it or nothing.
 *
 * @param after the number of the entry that they saw as their newest when they said it.
 * @param now milliseconds of the Unix epoch.
 * @returns the number of the entry; undefined, and nothing has changed, when that one is not the newest any more.
 */
export async function saveElsewhere(
  db: D1Database,
  { member, cycle }: ElsewhereKey,
  said: Elsewhere,
  after: number,
  now: number,
): Promise<number | undefined> {
  const number = after + 1
  const saved = await unlessOutrun(
    db.batch([
      db
        .prepare(
          `INSERT INTO elsewhere (member, cycle, number, registrant_types, year, saved_at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
        )
        .bind(member, cycle, number, JSON.stringify(said.registrantTypes), said.year, now),
      ...said.points.map((each) =>
        db
          .prepare(
            `INSERT INTO elsewhere_points (member, cycle, number, registrant_type, points, interactive, specialist,
               this_year, peer_reviews) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
          )
          .bind(
            member,
            cycle,
            number,
            each.registrantType,
            each.points,
            each.interactive,
            each.specialist,
            each.thisYear,
            each.peerReviews,
          ),
      ),
      db
        .prepare(
          `INSERT INTO elsewhere_unit (member, cycle, number, unit)
           SELECT ?1, ?2, ?3, value FROM json_each(?4)`,
        )
        .bind(member, cycle, number, JSON.stringify(said.units)),
      forgetOld(db, { member, cycle }),
    ]),
  )
  return saved ? number : undefined
}

/**
 * Takes a member's newest entry back: what the one before it said is said again, as an entry of its own.
 *
 * @param number the entry that the member saw as their newest.
 * @param now milliseconds of the Unix epoch.
 * @returns false, and nothing has changed, when it is not the newest any more.
 */
export async function undoElsewhere(
  db: D1Database,
  { member, cycle }: ElsewhereKey,
  number: number,
  now: number,
): Promise<boolean> {
  const copied = (table: string, columns: string) =>
    db
      .prepare(
        `INSERT INTO ${table} (member, cycle, number, ${columns})
         SELECT member, cycle, ?3 + 1, ${columns} FROM ${table}
         WHERE member = ?1 AND cycle = ?2 AND number = ?3 - 1`,
      )
      .bind(member, cycle, number)
  const undone = await unlessOutrun(
    db.batch([
      db
        .prepare(
          `INSERT INTO elsewhere (member, cycle, number, registrant_types, year, saved_at)
           SELECT member, cycle, number + 1,
             coalesce((SELECT registrant_types FROM elsewhere AS earlier
               WHERE earlier.member = ?1 AND earlier.cycle = ?2 AND earlier.number = ?3 - 1), '[]'),
             coalesce((SELECT year FROM elsewhere AS earlier
               WHERE earlier.member = ?1 AND earlier.cycle = ?2 AND earlier.number = ?3 - 1), year),
             ?4
           FROM elsewhere WHERE member = ?1 AND cycle = ?2 AND number = ?3`,
        )
        .bind(member, cycle, number, now),
      copied('elsewhere_points', 'registrant_type, points, interactive, specialist, this_year, peer_reviews'),
      copied('elsewhere_unit', 'unit'),
      forgetOld(db, { member, cycle }),
    ]),
    // Without the entry there is nothing that its parts could belong to.
    /no gaps|FOREIGN KEY/i,
  )
  if (!undone) return false
  const { number: newestNumber } = await elsewhereOf(db, { member, cycle })
  return newestNumber === number + 1
}

/**
 * Whether a batch that adds an entry was carried out: false when another has taken its number.
 *
 * @param sign of that, in the database's words.
 */
async function unlessOutrun(batch: Promise<unknown>, sign = /no gaps/i): Promise<boolean> {
  try {
    await batch
    return true
  } catch (error) {
    if (error instanceof Error && sign.test(error.message)) return false
    throw error
  }
}

function forgetOld(db: D1Database, { member, cycle }: ElsewhereKey): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM elsewhere WHERE member = ?1 AND cycle = ?2 AND number <= ${newest} - ${entriesKept}`,
    )
    .bind(member, cycle)
}
