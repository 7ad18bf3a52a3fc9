import type { Problem, ProblemCode } from '../../core/index.ts'

type Kind = { readonly status: number; readonly title: string; readonly remedy: string }

/** What every problem of a code has in common; `detail` says what happened this time. */
const kinds: Readonly<Record<ProblemCode, Kind>> = {
  'request/malformed-json': {
    status: 400,
    title: 'The request is not JSON',
    remedy: 'Send one JSON value in UTF-8.',
  },
  'request/wrong-content-type': {
    status: 415,
    title: 'The request is of the wrong type',
    remedy: 'Send application/json, or submit the form on the exam page.',
  },
  'request/too-large': {
    status: 413,
    title: 'The request is too large',
    remedy: 'Send only what is asked for.',
  },
  'request/cross-site': {
    status: 403,
    title: 'The request came from another site',
    remedy: 'Go back to this site, reload the page and try again from there.',
  },
  'request/not-found': {
    status: 404,
    title: 'There is nothing here',
    remedy: 'Check the address, or start again from the list of active CET.',
  },
  'request/method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    remedy: 'Use one of the methods in the Allow header.',
  },
  'submission/invalid': {
    status: 422,
    title: 'The submission cannot be read',
    remedy: 'Correct the parts that are listed and send it again. Nothing has been recorded.',
  },
  'submission/unknown-exam': {
    status: 404,
    title: 'There is no such exam',
    remedy: 'Open the exam from the list of active CET.',
  },
  'submission/unknown-version': {
    status: 422,
    title: 'That version of the exam is not known',
    remedy: 'Look over your answers on the exam as it is now, and send them again. No attempt has been used.',
  },
  'submission/unknown-question': {
    status: 422,
    title: 'The submission answers a question that the exam does not ask',
    remedy: 'Reload the exam page and answer it again. No attempt has been used.',
  },
  'submission/unknown-choice': {
    status: 422,
    title: 'The submission names a choice that the question does not offer',
    remedy: 'Reload the exam page and answer it again. No attempt has been used.',
  },
  'submission/answered-twice': {
    status: 422,
    title: 'A question is answered twice',
    remedy: 'Give one answer to each question. No attempt has been used.',
  },
  'submission/too-many-choices': {
    status: 422,
    title: 'A question has more answers than it takes',
    remedy: 'Choose one answer where one is asked for. No attempt has been used.',
  },
  'submission/unanswered': {
    status: 422,
    title: 'Some questions are not answered',
    remedy: 'Answer every question, then submit again. No attempt has been used.',
  },
  'submission/attempt-id-reused': {
    status: 422,
    title: 'That attempt was sent before with other answers',
    remedy: 'Open the result that counted, or the exam page again for another attempt.',
  },
  'submission/foreign-attempt': {
    status: 409,
    title: 'These answers are not of the person who is signed in',
    remedy: 'Sign in as yourself and send them again from the exam page. This time, nothing was recorded.',
  },
  'submission/no-attempts-left': {
    status: 409,
    title: 'No attempts are left',
    remedy: 'Your results, with the explanations of the answers, are in My CET.',
  },
  'submission/already-passed': {
    status: 409,
    title: 'You have passed this exam',
    remedy: 'What you earned is on your record: open your result for the details.',
  },
  'submission/not-open-yet': {
    status: 409,
    title: 'The exam is not open yet',
    remedy: 'Come back on the opening day. No attempt has been used.',
  },
  'submission/closed': {
    status: 409,
    title: 'The exam has closed',
    remedy: 'Points from other exams of the pack are in My CET. No attempt has been used.',
  },
  'session/missing': {
    status: 401,
    title: 'You are not signed in',
    remedy: 'Sign in, then try again.',
  },
  'session/expired': {
    status: 401,
    title: 'Your session has ended',
    remedy: 'Sign in again, then go on where you were.',
  },
  'session/not-entitled': {
    status: 403,
    title: 'This is for AOP members and OT subscribers',
    remedy: 'Join or subscribe, then sign in again.',
  },
  'entry/foreign-form': {
    status: 409,
    title: 'This is not the page of the person who is signed in',
    remedy: 'Sign in as yourself and enter it again. Nothing has been saved or changed for anybody.',
  },
  'sign-in/foreign-return': {
    status: 400,
    title: 'That link does not lead back to this site',
    remedy: 'Start again from the home page.',
  },
  'sign-in/wrong-state': {
    status: 400,
    title: 'This sign-in was not started here, or it is too old',
    remedy: 'Start signing in again, in this browser, and finish within ten minutes.',
  },
  'sign-in/refused': {
    status: 403,
    title: 'You could not be signed in',
    remedy: 'Try again; if it keeps failing, contact the membership team.',
  },
  'sign-in/provider-unreachable': {
    status: 503,
    title: 'The sign-in service does not answer',
    remedy: 'Wait a minute and try again.',
  },
  'release/forbidden': {
    status: 403,
    title: 'The release token is missing or wrong',
    remedy: 'Send the RELEASE_TOKEN that the Worker was given as a bearer token.',
  },
  'release/invalid': {
    status: 422,
    title: 'The release cannot be accepted',
    remedy: 'Correct the parts that are listed and release again. Nothing has been changed.',
  },
  'release/name-taken': {
    status: 409,
    title: 'An exam version of that name is known with another body',
    remedy: 'Release with the release secret of this installation. Nothing has been changed.',
  },
  'release/no-media-store': {
    status: 409,
    title: 'The Worker has no media store',
    remedy: 'Bind an R2 bucket as MEDIA (docs/configuration.md), deploy the Worker, then release again.',
  },
  'exam-use/forbidden': {
    status: 403,
    title: 'The token for exam counts is missing or wrong',
    remedy: 'Build Studio with the EXAM_USE_TOKEN that the Worker was given.',
  },
  'certificate/withdrawn': {
    status: 410,
    title: 'This certificate has been withdrawn',
    remedy: 'Its page says when and why, and what stands instead.',
  },
  'server/misconfigured': {
    status: 500,
    title: 'The server is not set up',
    remedy: 'The people who run this site must correct the settings that are named.',
  },
  'server/busy': {
    status: 503,
    title: 'Very many people are here at the moment',
    remedy: 'Send the same again in a few seconds: a repeated submission is never counted twice.',
  },
  'server/unexpected': {
    status: 500,
    title: 'Something went wrong on our side',
    remedy: 'Try again. If it keeps failing, tell us the reference number.',
  },
}

/** Parts of a problem that belong to one occurrence of it. */
export type ProblemExtras = {
  readonly remedy?: string
  readonly errors?: Problem['errors']
  readonly link?: string
  readonly over?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** A request that cannot be done. Thrown anywhere, answered in one place (see `answerProblem`). */
export class RequestError extends Error {
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>

  /** @param detail what happened this time, as a sentence for the person; it never quotes a secret. */
  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(`${code}: ${detail}`)
    this.name = 'RequestError'
    const { status, title, remedy } = kinds[code]
    this.headers = extras.headers ?? {}
    this.problem = {
      type: `urn:survival-pack:problem:${code.replace('/', ':')}`,
      title,
      status,
      code,
      detail,
      remedy: extras.remedy ?? remedy,
      ...(extras.link === undefined ? {} : { link: extras.link }),
      ...(extras.over === true ? { over: true } : {}),
      ...(extras.errors === undefined ? {} : { errors: extras.errors }),
    }
  }
}

/**
 * The problem as `application/problem+json` (RFC 9457).
 *
 * @param more what only the answer holds: an error may end up in a log, and a log holds nobody's name.
 */
export function problemJson(error: RequestError, more: Pick<Problem, 'signedInAs'> = {}): Response {
  return new Response(JSON.stringify({ ...error.problem, ...more }), {
    status: error.problem.status,
    headers: { ...error.headers, 'content-type': 'application/problem+json' },
  })
}
