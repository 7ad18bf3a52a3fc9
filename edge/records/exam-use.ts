import { type ExamUse, examUseSchema } from '../../core/index.ts'

/** Counts how an exam has been used, in one statement so that the counts fit together. */
export async function examUse(db: D1Database, exam: string): Promise<ExamUse> {
  const row = await db
    .prepare(
      `SELECT
         (SELECT count(*) FROM exam_version WHERE exam = ?1) AS versions,
         count(*) AS attempts,
         count(*) FILTER (WHERE version = (SELECT version FROM exam WHERE id = ?1)) AS attemptsAtCurrentVersion,
         count(DISTINCT member) AS members,
         count(*) FILTER (WHERE passed = 1) AS passed
       FROM attempt WHERE exam = ?1`,
    )
    .bind(exam)
    .first()
  return examUseSchema.parse(row)
}
