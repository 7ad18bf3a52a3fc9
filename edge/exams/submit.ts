import {
  type Accepted,
  type AnswerFault,
  canonicalJson,
  certificateIdFrom,
  certificatePack,
  checkAnswers,
  type ExamVersion,
  grade,
  type Submission,
} from '../../core/index.ts'
import type { Edge } from '../context.ts'
import { sha256 } from '../http/digest.ts'
import { RequestError } from '../http/problem.ts'
import { packFactsIfAny } from '../pack/facts.ts'
import {
  readAccepted,
  recordAttempt,
  type Standing,
  type SubmissionFacts,
  submissionFacts,
} from '../records/attempts.ts'
import type { Issue } from '../records/certificates.ts'
import { parsedVersion, parseVersion } from '../records/exams.ts'
import { requireOwnAttempt } from './attempt-id.ts'
import { signReceipt } from './receipt.ts'
import { type Refusal, refusalOf, resultPath } from './refusal.ts'

/**
 * What became of a submission. `text` is the JSON answer, the same bytes however often the attempt is sent; `reused` is
 * an attempt that was recorded with other answers; `refused` (the member cannot sit the exam now), `unknown-version` and
 * `faulty` have changed nothing.
 */
export type Outcome =
  | { readonly kind: 'accepted'; readonly text: string; readonly accepted: Accepted }
  | { readonly kind: 'repeated'; readonly text: string; readonly accepted: Accepted }
  | { readonly kind: 'reused'; readonly earlier: Accepted; readonly standing: Standing }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly standing: Standing }
  | { readonly kind: 'unknown-version'; readonly standing: Standing }
  | {
      readonly kind: 'faulty'
      readonly faults: readonly AnswerFault[]
      readonly version: ExamVersion
      readonly currentVersion: string
    }

/** A submission as it has arrived. */
export type Arrived = {
  readonly member: string
  readonly exam: string
  /** Where the member stood when the request began, if that was read. */
  readonly standing: Standing | undefined
  readonly submission: Submission
  /** Milliseconds of the Unix epoch, by the server's clock, when all of the submission was there. */
  readonly submittedAt: number
}

/**
 * Takes a submission: grades it by the version that the member saw and records it, at most once for an attempt ID.
 *
 * Two requests can go by the same facts and only one of them can write: the database's own rules refuse the other, which
 * then reads again and decides anew. Each lost round means that another attempt was recorded, so the attempts allowed
 * bound the rounds.
 *
 * @throws RequestError submission/unknown-exam, submission/foreign-attempt, server/busy
 */
export async function submit(edge: Edge, arrived: Arrived): Promise<Outcome> {
  const { member, exam, submission, submittedAt } = arrived
  const answersHash = await sha256(
    canonicalJson({ exam, version: submission.version, answers: sorted(submission.answers) }),
  )
  const key = { member, exam, attempt: submission.attempt, version: submission.version }
  for (let round = 0; round < 16; round += 1) {
    const facts = (round === 0 ? presumedFacts(arrived) : undefined) ?? (await storedFacts(edge.db, key))
    await requireOwnAttempt(submission.attempt, member, exam, facts.standing.attempts)
    if (facts.earlier !== undefined) return repeat(facts.earlier, facts.standing, answersHash)
    const refusal = refusalOf(facts.standing, submittedAt)
    if (refusal !== undefined) return { kind: 'refused', refusal, standing: facts.standing }
    const { version } = facts
    if (version === undefined) return { kind: 'unknown-version', standing: facts.standing }
    const faults = checkAnswers(version, submission.answers)
    if (faults.length > 0) {
      return { kind: 'faulty', faults, version, currentVersion: facts.standing.currentVersion }
    }
    const accepted = await accept(edge, arrived, facts.standing, version)
    const recorded = await recordAttempt(edge.db, {
      member,
      version,
      answers: submission.answers,
      answersHash,
      accepted,
      awardId: edge.random.uuid(),
      issue: await issueOf(edge),
      submittedAt,
    })
    if (recorded) return { kind: 'accepted', text: JSON.stringify(accepted), accepted }
  }
  throw new RequestError('server/busy', 'Too many submissions of this exam came in at once.', {
    headers: { 'retry-after': '2' },
  })
}

/** What a certificate is issued with: it goes without the pack's own facts rather than fail a submission. */
async function issueOf(edge: Edge): Promise<Issue> {
  const facts = await packFactsIfAny(edge)
  return {
    id: certificateIdFrom(edge.random.bytes(28)),
    pack: facts && certificatePack(facts),
  }
}

function repeat(
  earlier: NonNullable<SubmissionFacts['earlier']>,
  standing: Standing,
  answersHash: string,
): Outcome {
  const accepted = readAccepted(earlier.accepted)
  if (earlier.answersHash !== answersHash) return { kind: 'reused', earlier: accepted, standing }
  return { kind: 'repeated', text: earlier.accepted, accepted }
}

/** What deciding about a submission needs: {@link SubmissionFacts} with the version parsed. */
type Facts = Omit<SubmissionFacts, 'versionBody'> & { readonly version: ExamVersion | undefined }

/**
 * The facts of the plain case, without reading any more: where the member stood when the request began, a version that
 * this isolate knows, and no earlier attempt of the ID. The database refuses the record if that is not so. Undefined
 * when these facts would lead to anything but a record: then the stored ones decide.
 */
function presumedFacts({ exam, standing, submission, submittedAt }: Arrived): Facts | undefined {
  const version = parsedVersion(submission.version)
  if (standing?.exam !== exam || version?.exam !== exam) return undefined
  const plain =
    refusalOf(standing, submittedAt) === undefined && checkAnswers(version, submission.answers).length === 0
  return plain ? { standing, version, earlier: undefined } : undefined
}

async function storedFacts(db: D1Database, key: Parameters<typeof submissionFacts>[1]): Promise<Facts> {
  const facts = await submissionFacts(db, key)
  if (facts === undefined) {
    throw new RequestError('submission/unknown-exam', 'No exam of that name has been released.')
  }
  const { versionBody: body, ...others } = facts
  return { ...others, version: body === undefined ? undefined : parseVersion(key.version, body) }
}

async function accept(
  edge: Edge,
  { member, exam, submission, submittedAt }: Arrived,
  standing: Standing,
  version: ExamVersion,
): Promise<Accepted> {
  const graded = grade(version, submission.answers)
  const result = {
    attempt: submission.attempt,
    exam,
    version: submission.version,
    ...graded,
    attemptNumber: standing.attempts + 1,
    attemptsLeft: graded.passed ? 0 : standing.maxAttempts - standing.attempts - 1,
    submittedAt: new Date(submittedAt).toISOString(),
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
