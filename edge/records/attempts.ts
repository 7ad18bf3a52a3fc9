import { z } from 'zod'
import {
  type Accepted,
  acceptedSchema,
  canonicalJson,
  type ExamVersion,
  type Submission,
} from '../../core/index.ts'
import { auditEvent } from './audit.ts'
import { type Issue, issueCertificate } from './certificates.ts'

/** Where a member stands with an exam. Instants are milliseconds of the Unix epoch. */
export type Standing = {
  readonly exam: string
  /** The version that new pages carry. */
  readonly currentVersion: string
  readonly maxAttempts: number
  readonly opensOn: string
  readonly closesOn: string
  readonly timeZone: string
  readonly opensAt: number
  readonly closesAt: number
  readonly attempts: number
  /** The attempt that passed, if any. */
  readonly passedAttempt: string | undefined
}

/** An attempt as it was recorded; `accepted` is, byte for byte, what the member was answered. */
export type RecordedAttempt = {
  readonly id: string
  readonly exam: string
  readonly version: string
  readonly versionBody: string
  readonly answers: Submission['answers']
  readonly answersHash: string
  readonly accepted: string
}

const standingRow = z
  .object({
    id: z.string(),
    version: z.string(),
    max_attempts: z.number(),
    opens_on: z.string(),
    closes_on: z.string(),
    time_zone: z.string(),
    opens_at: z.number(),
    closes_at: z.number(),
    attempts: z.number(),
    passed_attempt: z.string().nullable(),
  })
  .transform(
    (row): Standing => ({
      exam: row.id,
      currentVersion: row.version,
      maxAttempts: row.max_attempts,
      opensOn: row.opens_on,
      closesOn: row.closes_on,
      timeZone: row.time_zone,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      attempts: row.attempts,
      passedAttempt: row.passed_attempt ?? undefined,
    }),
  )

/**
 * The columns of a standing with the row of `exam` in a statement.
 *
 * @param member the expression that names the member.
 */
export const standingColumns = (member: '?1' | 'session.member') =>
  `exam.id, exam.version, max_attempts, opens_on, closes_on, time_zone, opens_at, closes_at,
   (SELECT count(*) FROM attempt WHERE attempt.member = ${member} AND attempt.exam = exam.id) AS attempts,
   (SELECT attempt FROM award WHERE award.member = ${member} AND award.exam = exam.id) AS passed_attempt`

/** Where a member stands with one exam; undefined when no release has named it. */
export async function standing(db: D1Database, member: string, exam: string): Promise<Standing | undefined> {
  const row = await db
    .prepare(`SELECT ${standingColumns('?1')} FROM exam WHERE exam.id = ?2`)
    .bind(member, exam)
    .first()
  return row === null ? undefined : readStanding(row)
}

/** Where a member stands with every exam that a release has named. */
export async function standings(db: D1Database, member: string): Promise<Standing[]> {
  const { results } = await db
    .prepare(`SELECT ${standingColumns('?1')} FROM exam`)
    .bind(member)
    .all()
  return results.map(readStanding)
}

/** Reads the {@link standingColumns} of a row. */
export function readStanding(row: unknown): Standing {
  return standingRow.parse(row)
}

/** Everything that deciding about a submission needs, read in one statement so that it fits together. */
export type SubmissionFacts = {
  readonly standing: Standing
  /** The body of the version that was named; undefined when it is unknown or of another exam. */
  readonly versionBody: string | undefined
  /** What was recorded under this attempt ID before. */
  readonly earlier:
    | { readonly exam: string; readonly answersHash: string; readonly accepted: string }
    | undefined
}

const factsRow = z.object({
  version_body: z.string().nullable(),
  earlier_exam: z.string().nullable(),
  earlier_hash: z.string().nullable(),
  earlier_accepted: z.string().nullable(),
})

/**
 * Reads what deciding about a submission needs.
 *
 * @returns undefined when the exam is unknown.
 */
export async function submissionFacts(
  db: D1Database,
  key: { readonly member: string; readonly exam: string; readonly attempt: string; readonly version: string },
): Promise<SubmissionFacts | undefined> {
  const row = await db
    .prepare(
      `SELECT ${standingColumns('?1')}, named.body AS version_body, earlier.exam AS earlier_exam,
         earlier.answers_hash AS earlier_hash, earlier.accepted AS earlier_accepted
       FROM exam
       LEFT JOIN exam_version AS named ON named.name = ?3 AND named.exam = exam.id
       LEFT JOIN attempt AS earlier ON earlier.member = ?1 AND earlier.id = ?4
       WHERE exam.id = ?2`,
    )
    .bind(key.member, key.exam, key.version, key.attempt)
    .first()
  if (row === null) return undefined
  const facts = factsRow.parse(row)
  return {
    standing: readStanding(row),
    versionBody: facts.version_body ?? undefined,
    earlier:
      facts.earlier_exam === null || facts.earlier_hash === null || facts.earlier_accepted === null
        ? undefined
        : {
            exam: facts.earlier_exam,
            answersHash: facts.earlier_hash,
            accepted: facts.earlier_accepted,
          },
  }
}

/**
 * Records an attempt, its certificate and award when it passed, and an audit event: all of it or nothing.
 *
 * @param accepted what the member will be answered.
 * @returns false when another request was faster and the rules of the database refuse this record; nothing is recorded
 *   then, and the facts must be read again.
 */
export async function recordAttempt(
  db: D1Database,
  record: {
    readonly member: string
    readonly version: ExamVersion
    readonly answers: Submission['answers']
    readonly answersHash: string
    readonly accepted: Accepted
    readonly awardId: string
    /** What the certificate of a passed attempt is issued with. */
    readonly issue: Issue
    readonly submittedAt: number
  },
): Promise<boolean> {
  const { member, version, submittedAt } = record
  const { result } = record.accepted
  const statements = [
    db
      .prepare(
        `INSERT INTO attempt (member, id, exam, version, number, answers, answers_hash, correct, out_of, passed,
           submitted_at, accepted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        member,
        result.attempt,
        result.exam,
        result.version,
        result.attemptNumber,
        JSON.stringify(record.answers),
        record.answersHash,
        result.correct,
        result.outOf,
        result.passed ? 1 : 0,
        submittedAt,
        JSON.stringify(record.accepted),
      ),
  ]
  if (result.passed) {
    statements.push(
      issueCertificate(db, record.issue, {
        id: record.awardId,
        member,
        attempt: result.attempt,
        version,
        points: result.points,
        awardedAt: submittedAt,
      }),
      db
        .prepare(
          `INSERT INTO award (id, member, attempt, exam, version, title, item_title, reference, points, point_type,
             competencies, awarded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          record.awardId,
          member,
          result.attempt,
          result.exam,
          result.version,
          version.title,
          version.item.title,
          version.reference,
          result.points,
          version.pointType,
          canonicalJson(version.competencies),
          submittedAt,
        ),
    )
  }
  statements.push(
    auditEvent(db, {
      at: submittedAt,
      kind: 'attempt.accepted',
      member,
      detail: {
        attempt: result.attempt,
        exam: result.exam,
        version: result.version,
        number: result.attemptNumber,
        award: result.passed ? record.awardId : null,
      },
    }),
  )
  try {
    await db.batch(statements)
    return true
  } catch (error) {
    if (error instanceof Error && /SQLITE_CONSTRAINT|constraint failed/i.test(error.message)) return false
    throw error
  }
}

const recordedRow = z.object({
  id: z.string(),
  exam: z.string(),
  version: z.string(),
  body: z.string(),
  answers: z.string(),
  answers_hash: z.string(),
  accepted: z.string(),
})

const answersSchema = z.array(z.object({ question: z.string(), choices: z.array(z.string()) }))

/** A member's own attempt; undefined when they have none of that ID, whoever else may have. */
export async function findAttempt(
  db: D1Database,
  member: string,
  id: string,
): Promise<RecordedAttempt | undefined> {
  const row = await db
    .prepare(
      `SELECT attempt.id, attempt.exam, attempt.version, exam_version.body, answers, answers_hash, accepted
       FROM attempt JOIN exam_version ON exam_version.name = attempt.version
       WHERE member = ? AND attempt.id = ?`,
    )
    .bind(member, id)
    .first()
  if (row === null) return undefined
  const found = recordedRow.parse(row)
  return {
    id: found.id,
    exam: found.exam,
    version: found.version,
    versionBody: found.body,
    answers: answersSchema.parse(JSON.parse(found.answers)),
    answersHash: found.answers_hash,
    accepted: found.accepted,
  }
}

/** Reads back what {@link recordAttempt} stored as the member's answer. */
export function readAccepted(text: string): Accepted {
  return acceptedSchema.parse(JSON.parse(text))
}
