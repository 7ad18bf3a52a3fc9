/** One class of error, named for ever: clients, tests and the runbook match on it. */
export type ProblemCode = (typeof problemCodes)[number]

/** Every code that the Worker's API answers with. A code is never renamed or reused. */
export const problemCodes = [
  'request/malformed-json',
  'request/wrong-content-type',
  'request/too-large',
  'request/cross-site',
  'request/not-found',
  'request/method-not-allowed',
  'submission/invalid',
  'submission/unknown-exam',
  'submission/unknown-version',
  'submission/unknown-question',
  'submission/unknown-choice',
  'submission/answered-twice',
  'submission/too-many-choices',
  'submission/unanswered',
  'submission/attempt-id-reused',
  'submission/foreign-attempt',
  'submission/no-attempts-left',
  'submission/already-passed',
  'submission/not-open-yet',
  'submission/closed',
  'session/missing',
  'session/expired',
  'session/not-entitled',
  'entry/foreign-form',
  'sign-in/foreign-return',
  'sign-in/wrong-state',
  'sign-in/refused',
  'sign-in/provider-unreachable',
  'release/forbidden',
  'release/invalid',
  'release/name-taken',
  'release/no-media-store',
  'exam-use/forbidden',
  'certificate/withdrawn',
  'server/misconfigured',
  'server/busy',
  'server/unexpected',
] as const

/**
 * A problem as the API answers it (RFC 9457), with a permanent code and what to do about it. `errors` names the parts
 * of the request that are at fault.
 */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly remedy: string
  /** A path of this site where the person can go on, when there is one. */
  readonly link?: string
  /** The name of the member who is signed in, where the page that asked may have been somebody else's. */
  readonly signedInAs?: string
  /** Present where the member cannot send the exam any more: it has closed, was passed, or every attempt is used. */
  readonly over?: true
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly detail: string }[]
}
