import { z } from 'zod'

const awardRow = z.object({
  attempt: z.string(),
  title: z.string(),
  item_title: z.string(),
  reference: z.string(),
  points: z.number(),
  point_type: z.enum(['non-interactive', 'interactive']),
  awarded_at: z.number(),
})

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
  readonly awards: readonly z.infer<typeof awardRow>[]
  readonly attempts: readonly z.infer<typeof attemptRow>[]
}

/** Reads a member's whole record: awards from their frozen facts, attempts with the title of the version they saw. */
export async function memberRecord(db: D1Database, member: string): Promise<MemberRecord> {
  const [awards, attempts] = await db.batch([
    db
      .prepare(
        `SELECT attempt, title, item_title, reference, points, point_type, awarded_at
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
  ])
  return {
    awards: z.array(awardRow).parse(awards?.results ?? []),
    attempts: z.array(attemptRow).parse(attempts?.results ?? []),
  }
}
