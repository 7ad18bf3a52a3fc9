import { type Context, Hono } from 'hono'
import { requireSameOrigin } from '../access/csrf.ts'
import type { App } from '../context.ts'
import { RequestError } from '../http/problem.ts'
import { incompleteExamPage } from '../pages/incomplete-exam-page.ts'
import { uncountedExamPage } from '../pages/uncounted-exam-page.ts'
import { findAttempt } from '../records/attempts.ts'
import type { SignedIn } from '../records/sessions.ts'
import { readSubmission, type Sent } from './read-submission.ts'
import { receiptKeys } from './receipt.ts'
import { isOver, refusalOf } from './refusal.ts'
import { reusedAttempt } from './reused.ts'
import { type Outcome, submit } from './submit.ts'

/** The examiner's API. */
export const examRoutes = new Hono<App>()

examRoutes.post('/api/exams/:exam/attempts', async (c) => {
  const edge = c.env.edge
  requireSameOrigin(c.req.raw, edge.settings.SITE_ORIGIN)
  const sent = await readSubmission(c)
  const outcome = await submit(edge, {
    member: signedIn(c).id,
    exam: c.req.param('exam'),
    standing: c.get('standing'),
    submission: sent.submission,
    submittedAt: edge.now(),
  })
  return answer(c, sent, outcome)
})

examRoutes.get('/api/attempts/:id', async (c) => {
  const attempt = await findAttempt(c.env.edge.db, signedIn(c).id, c.req.param('id'))
  if (attempt === undefined) throw new RequestError('request/not-found', 'You have no attempt of that ID.')
  return json(attempt.accepted, 200)
})

examRoutes.get('/.well-known/jwks.json', (c) => {
  return c.json(receiptKeys(c.env.edge.settings), 200, { 'cache-control': 'public, max-age=3600' })
})

/** The member of a request that the gate has let through. */
export function signedIn(c: Context<App>): SignedIn {
  const member = c.get('member')
  if (member === undefined)
    throw new RequestError('session/missing', 'This address is for members who are signed in.')
  return member
}

async function answer(c: Context<App>, sent: Sent, outcome: Outcome): Promise<Response> {
  const byForm = sent.by === 'form'
  if (outcome.kind === 'accepted' || outcome.kind === 'repeated') {
    if (byForm) return c.redirect(outcome.accepted.resultPath, 303)
    return json(outcome.text, outcome.kind === 'accepted' ? 201 : 200, {
      location: outcome.accepted.resultPath,
    })
  }
  if (outcome.kind !== 'faulty') {
    const error = uncounted(outcome, c.env.edge.now())
    if (byForm) return await uncountedExamPage(c, signedIn(c).id, sent.submission, outcome.standing, error)
    throw error
  }
  const mendable = outcome.faults.every(
    ({ code }) => code === 'submission/unanswered' || code === 'submission/too-many-choices',
  )
  if (byForm && mendable) return await incompleteExamPage(c, signedIn(c).id, sent.submission, outcome)
  // A question or choice that the exam does not have weighs more than one that is still open.
  const [first] = outcome.faults.toSorted((a, b) => weight(b.code) - weight(a.code))
  throw new RequestError(
    first?.code ?? 'submission/invalid',
    `The answers do not fit the exam in ${outcome.faults.length === 1 ? 'one place' : `${outcome.faults.length} places`}.`,
    {
      errors: outcome.faults.map(({ code, question }) => ({
        path: `answers.${question}`,
        code,
        detail: faultDetails[code],
      })),
    },
  )
}

/** Why a submission did not count, where that lies with the attempt, the exam or its version, not with the answers. */
function uncounted(
  outcome: Extract<Outcome, { kind: 'reused' | 'refused' | 'unknown-version' }>,
  now: number,
): RequestError {
  switch (outcome.kind) {
    case 'reused': {
      const { detail, remedy } = reusedAttempt(outcome.earlier, outcome.standing, now)
      const refusal = refusalOf(outcome.standing, now)
      return new RequestError('submission/attempt-id-reused', detail, {
        remedy,
        link: outcome.earlier.resultPath,
        over: refusal !== undefined && isOver(refusal),
      })
    }
    case 'refused': {
      const { code, detail, link } = outcome.refusal
      return new RequestError(code, detail, { link, over: isOver(outcome.refusal) })
    }
    case 'unknown-version':
      return new RequestError(
        'submission/unknown-version',
        'The page that this came from names a version of the exam that is not known here.',
      )
  }
}

type FaultCode = Extract<Outcome, { kind: 'faulty' }>['faults'][number]['code']

const faultDetails: Readonly<Record<FaultCode, string>> = {
  'submission/unknown-question': 'The exam asks no such question.',
  'submission/unknown-choice': 'The question offers no such choice.',
  'submission/answered-twice': 'The question, or one of its choices, is there twice.',
  'submission/too-many-choices': 'The question takes one answer.',
  'submission/unanswered': 'The question has no answer.',
}

function weight(code: FaultCode): number {
  return Object.keys(faultDetails).length - Object.keys(faultDetails).indexOf(code)
}

/** Text that is JSON already, so that a stored answer goes out byte for byte. */
function json(text: string, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, { status, headers: { ...headers, 'content-type': 'application/json' } })
}
