import type { Pending } from './draft.ts'

/** How sending ended. `refused` is the Worker’s last word on these answers; after `lost` nobody knows. */
export type Outcome =
  | { readonly kind: 'recorded'; readonly resultPath: string }
  | { readonly kind: 'signed-out' }
  | Refused
  | Lost

/** The Worker’s last word: why, what to do, and where to go on (a path of this site, or nothing). */
export type Refused = {
  readonly kind: 'refused'
  readonly code: string
  readonly title: string
  readonly what: string
  readonly remedy: string
  readonly link: string
  /** The name of who is signed in now, where the page may have been somebody else’s; or nothing. */
  readonly signedInAs: string
  /** Whether the member cannot send this exam any more. */
  readonly over: boolean
  /** Whether the answers may have been recorded before all the same. */
  readonly unsure: boolean
}

/** No word, or one that asks to come again. `after` is in seconds; `unsure`: the answers may have been recorded all the same. */
export type Lost = {
  readonly kind: 'lost'
  readonly what: string
  readonly unsure: boolean
  readonly after: number
}

/**
 * Sends answers to be graded.
 *
 * @param action the form’s own address.
 * @param ending ends the sending; what became of it is not known then.
 * @param timeout milliseconds after which a reply is given up.
 */
export async function sendAnswers(
  action: string,
  { attempt, version, answers }: Pending,
  ending: AbortController,
  timeout = 20_000,
): Promise<Outcome> {
  // What was tried without a network has not arrived.
  const unsure = navigator.onLine
  const late = setTimeout(() => ending.abort(), timeout)
  try {
    const answer = await fetch(action, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ attempt, version, answers }),
      signal: ending.signal,
    })
    if (answer.status === 401) return { kind: 'signed-out' }
    // A page of some server in between says nothing, but its status and when to come again count.
    const said: unknown = await answer.json().catch(() => undefined)
    if (answer.ok) return recordOf(said, attempt) ?? noReply
    const what = textOf(said, 'detail')
    if (answer.status >= 500 || answer.status === 429 || what === '') {
      return {
        kind: 'lost',
        what: what || noReply.what,
        unsure: what === '',
        after: Math.min(600, Number(answer.headers.get('retry-after') ?? 0) || 0),
      }
    }
    return {
      kind: 'refused',
      code: textOf(said, 'code'),
      title: textOf(said, 'title'),
      what,
      remedy: textOf(said, 'remedy'),
      link: ownPath(said, 'link'),
      signedInAs: textOf(said, 'signedInAs'),
      over: memberOf(said, 'over') === true,
      unsure: false,
    }
  } catch {
    return { ...noReply, unsure }
  } finally {
    clearTimeout(late)
  }
}

const noReply: Lost = {
  kind: 'lost',
  what: 'No reply came, so we cannot tell whether your answers arrived. However often they are sent, they count once.',
  unsure: true,
  after: 0,
}

/**
 * What the Worker says of an attempt that it has recorded (`acceptedSchema` in core). Anything else that comes with a
 * good status is somebody else’s word, such as that of a network which wants to be signed in to: the answers must stay.
 */
function recordOf(said: unknown, attempt: string): Outcome | undefined {
  const resultPath = ownPath(said, 'resultPath')
  const mine = textOf(memberOf(said, 'result'), 'attempt') === attempt
  return mine && resultPath.startsWith('/my-cet/attempts/') ? { kind: 'recorded', resultPath } : undefined
}

/** A path of this site alone: `//host/` and `/\host` would lead away. */
function ownPath(value: unknown, name: string): string {
  const path = textOf(value, name)
  return /^\/(?![/\\])/.test(path) ? path : ''
}

function textOf(value: unknown, name: string): string {
  const member = memberOf(value, name)
  return typeof member === 'string' ? member : ''
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined
}
