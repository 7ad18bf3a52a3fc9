import { z } from 'zod'
import type { PointMark } from '../../core/index.ts'

const competencies = z.array(z.object({ id: z.string(), title: z.string(), registrantType: z.string() }))

const awardRow = z.object({
  id: z.string(),
  attempt: z.string(),
  exam: z.string(),
  title: z.string(),
  item_title: z.string(),
  reference: z.string(),
  points: z.number(),
  point_type: z.enum(['non-interactive', 'interactive']),
  competencies: z.string().transform((text) => competencies.parse(JSON.parse(text))),
  awarded_at: z.number(),
})

const markRow = z.object({
  award: z.string(),
  state: z.enum(['awarded', 'sent', 'pending', 'accepted', 'rejected']),
  said_by: z.enum(['member', 'export']),
  said_at: z.number(),
})

/** An entry of an award's ledger with its instant. */
export type RecordedMark = PointMark & { readonly saidAt: number }

const attemptRow = z.object({
  id: z.string(),
  title: z.string(),
  number: z.number(),
  correct: z.number(),
  out_of: z.number(),
  passed: z.number(),
  submitted_at: z.number(),
})

/** What a member has earned and done, newest first. Instants are milliseconds of the Unix epoch. */
export type MemberRecord = {
  readonly awards: readonly (z.infer<typeof awardRow> & {
    /** What has become of it, oldest first. */
    readonly marks: readonly RecordedMark[]
  })[]
  readonly attempts: readonly z.infer<typeof attemptRow>[]
}

/** Reads a member's whole record: awards from their frozen facts, attempts with the title of the version they saw. */
export async function memberRecord(db: D1Database, member: string): Promise<MemberRecord> {
  const [awards, attempts, marks] = await db.batch([
    db
      .prepare(
        `SELECT id, attempt, exam, title, item_title, reference, points, point_type, competencies, awarded_at
         FROM award WHERE member = ? ORDER BY awarded_at DESC, id`,
      )
      .bind(member),
    db
      .prepare(
        `SELECT attempt.id, body ->> '$.title' AS title, number, correct, out_of, passed, submitted_at
         FROM attempt JOIN exam_version ON exam_version.name = attempt.version
         WHERE member = ? ORDER BY submitted_at DESC, number DESC`,
      )
      .bind(member),
    db
      .prepare(
        'SELECT award, state, said_by, said_at FROM award_mark WHERE member = ? ORDER BY award, number',
      )
      .bind(member),
  ])
  const ledgers = Map.groupBy(z.array(markRow).parse(marks?.results ?? []), ({ award }) => award)
  return {
    awards: z
      .array(awardRow)
      .parse(awards?.results ?? [])
      .map((award) => ({
        ...award,
        marks: (ledgers.get(award.id) ?? []).map(({ state, said_by, said_at }) => ({
          state,
          saidBy: said_by,
          saidAt: said_at,
        })),
      })),
    attempts: z.array(attemptRow).parse(attempts?.results ?? []),
  }
}
