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
}

/** No word, or one that asks to come again. `after` is in seconds. */
export type Lost = { readonly kind: 'lost'; readonly what: string; readonly after: number }

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
  const late = setTimeout(() => ending.abort(), timeout)
  try {
    const answer = await fetch(action, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ attempt, version, answers }),
      signal: ending.signal,
    })
    if (answer.status === 401) return { kind: 'signed-out' }
    const said: unknown = await answer.json()
    if (answer.ok) return { kind: 'recorded', resultPath: ownPath(said, 'resultPath') || '/my-cet/' }
    const what = textOf(said, 'detail')
    if (answer.status >= 500 || answer.status === 429 || what === '') {
      return {
        kind: 'lost',
        what: what || 'The server could not take your answers.',
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
    }
  } catch {
    return {
      kind: 'lost',
      what: 'No reply came, so we cannot tell whether your answers arrived. However often they are sent, they count once.',
      after: 0,
    }
  } finally {
    clearTimeout(late)
  }
}

/** A path of this site alone: `//host/` and `/\host` would lead away. */
function ownPath(value: unknown, name: string): string {
  const path = textOf(value, name)
  return /^\/(?![/\\])/.test(path) ? path : ''
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const member: unknown = Object.getOwnPropertyDescriptor(value, name)?.value
  return typeof member === 'string' ? member : ''
}
