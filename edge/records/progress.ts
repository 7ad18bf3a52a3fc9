import { z } from 'zod'
import type { ExamProgress } from '../../core/index.ts'

const progressRow = z.object({
  id: z.string(),
  attempts: z.number(),
  max_attempts: z.number(),
  awarded_at: z.number().nullable(),
})

/** What a member has done with every exam that has been released, by exam ID. */
export async function examProgress(db: D1Database, member: string): Promise<Map<string, ExamProgress>> {
  const { results } = await db
    .prepare(
      `SELECT exam.id, max_attempts, awarded_at,
         (SELECT count(*) FROM attempt WHERE attempt.member = ?1 AND attempt.exam = exam.id) AS attempts
       FROM exam LEFT JOIN award ON award.member = ?1 AND award.exam = exam.id`,
    )
    .bind(member)
    .all()
  return new Map(
    z
      .array(progressRow)
      .parse(results)
      .map((row) => [
        row.id,
        { attempts: row.attempts, maxAttempts: row.max_attempts, passedAt: row.awarded_at ?? undefined },
      ]),
  )
}
