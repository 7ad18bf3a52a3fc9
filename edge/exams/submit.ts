import {
  type Accepted,
  type AnswerFault,
  canonicalJson,
  checkAnswers,
  type ExamVersion,
  grade,
  type Submission,
} from '../../core/index.ts'
import type { Edge } from '../context.ts'
import { sha256 } from '../http/digest.ts'
import { RequestError } from '../http/problem.ts'
import { readAccepted, recordAttempt, type SubmissionFacts, submissionFacts } from '../records/attempts.ts'
import { parseVersion } from '../records/exams.ts'
import { signReceipt } from './receipt.ts'
import { refusalOf, resultPath } from './refusal.ts'

/** What became of a submission. `text` is the JSON answer, the same bytes however often the attempt is sent. */
export type Outcome =
  | { readonly kind: 'accepted' | 'repeated'; readonly text: string; readonly accepted: Accepted }
  | {
      readonly kind: 'faulty'
      readonly faults: readonly AnswerFault[]
      readonly version: ExamVersion
      readonly currentVersion: string
    }

/**
 * Takes a submission: grades it by the version that the member saw and records it, at most once for an attempt ID.
 *
 * Two requests can read the same facts and only one of them can write: the database's own rules refuse the other, which
 * then reads again and decides anew. Each lost round means that another attempt was recorded, so the attempts allowed
 * bound the rounds.
 *
 * @param submittedAt milliseconds of the Unix epoch, by the server's clock, when the submission had arrived.
 * @throws RequestError submission/* unless it is only the answers that do not fit the exam.
 */
export async function submit(
  edge: Edge,
  member: string,
  exam: string,
  submission: Submission,
  submittedAt: number,
): Promise<Outcome> {
  const answersHash = await sha256(
    canonicalJson({ exam, version: submission.version, answers: sorted(submission.answers) }),
  )
  const key = { member, exam, attempt: submission.attempt, version: submission.version }
  for (let round = 0; round < 16; round += 1) {
    const facts = await submissionFacts(edge.db, key)
    if (facts === undefined) {
      throw new RequestError('submission/unknown-exam', 'No exam of that name has been released.')
    }
    if (facts.earlier !== undefined) return repeat(facts.earlier, answersHash)
    const version = admit(facts, submission.version, submittedAt)
    const faults = checkAnswers(version, submission.answers)
    if (faults.length > 0) {
      return { kind: 'faulty', faults, version, currentVersion: facts.standing.currentVersion }
    }
    const accepted = await accept(edge, member, exam, submission, { facts, version, submittedAt })
    const recorded = await recordAttempt(edge.db, {
      member,
      version,
      answers: submission.answers,
      answersHash,
      accepted,
      awardId: edge.random.uuid(),
      submittedAt,
    })
    if (recorded) return { kind: 'accepted', text: JSON.stringify(accepted), accepted }
  }
  throw new RequestError('server/busy', 'Too many submissions of this exam came in at once.', {
    headers: { 'retry-after': '2' },
  })
}

function repeat(earlier: NonNullable<SubmissionFacts['earlier']>, answersHash: string): Outcome {
  const accepted = readAccepted(earlier.accepted)
  if (earlier.answersHash !== answersHash) {
    throw new RequestError(
      'submission/attempt-id-reused',
      'An attempt with this ID is recorded already, and its answers were others.',
      { link: accepted.resultPath },
    )
  }
  return { kind: 'repeated', text: earlier.accepted, accepted }
}

/** The version to grade by, when the member may submit at all. */
function admit(facts: SubmissionFacts, name: string, now: number): ExamVersion {
  const refusal = refusalOf(facts.standing, now)
  if (refusal !== undefined) throw new RequestError(refusal.code, refusal.detail, { link: refusal.link })
  if (facts.versionBody === undefined) {
    throw new RequestError(
      'submission/unknown-version',
      'The page that this came from names a version that is not known here.',
    )
  }
  return parseVersion(name, facts.versionBody)
}

async function accept(
  edge: Edge,
  member: string,
  exam: string,
  submission: Submission,
  given: { readonly facts: SubmissionFacts; readonly version: ExamVersion; readonly submittedAt: number },
): Promise<Accepted> {
  const { standing } = given.facts
  const graded = grade(given.version, submission.answers)
  const result = {
    attempt: submission.attempt,
    exam,
    version: submission.version,
    ...graded,
    attemptNumber: standing.attempts + 1,
    attemptsLeft: graded.passed ? 0 : standing.maxAttempts - standing.attempts - 1,
    submittedAt: new Date(given.submittedAt).toISOString(),
  }
  return {
    receipt: await signReceipt(edge.settings, member, result),
    result,
    resultPath: resultPath(submission.attempt),
  }
}

/** Order means nothing in a submission, so it must not make two out of one. */
function sorted(answers: Submission['answers']): Submission['answers'] {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return answers
    .map(({ question, choices }) => ({ question, choices: choices.toSorted(byText) }))
    .toSorted((a, b) => byText(a.question, b.question))
}
