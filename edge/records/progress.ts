import { z } from 'zod'
import type { ExamProgress } from '../../core/index.ts'
import { readStanding, type Standing, standingColumns } from './attempts.ts'

const passedRow = z.object({ awarded_at: z.number().nullable() })

/** Where a member stands with every exam that has been released and when they passed it, by exam ID. */
export async function examProgress(
  db: D1Database,
  member: string,
): Promise<Map<string, Standing & ExamProgress>> {
  const { results } = await db
    .prepare(
      `SELECT ${standingColumns('?1')}, awarded_at
       FROM exam LEFT JOIN award ON award.member = ?1 AND award.exam = exam.id`,
    )
    .bind(member)
    .all()
  return new Map(
    results.map((row) => {
      const standing = readStanding(row)
      return [standing.exam, { ...standing, passedAt: passedRow.parse(row).awarded_at ?? undefined }]
    }),
  )
}
