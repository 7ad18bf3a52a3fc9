import type { Answers } from './exam-form.ts'

/** How sending ended. `refused` is the Worker’s last word on these answers; after `lost` nobody knows. */
export type Outcome =
  | { readonly kind: 'recorded'; readonly resultPath: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly what: string; readonly remedy: string; readonly code: string }
  | { readonly kind: 'lost'; readonly what: string; readonly remedy: string }

const again = 'Your answers are still on this page. Send them again: however often you do, it counts once.'

/**
 * Sends answers to be graded.
 *
 * @param action the form’s own address.
 * @param timeout milliseconds after which a reply is given up.
 */
export async function sendAnswers(
  action: string,
  body: { readonly attempt: string; readonly version: string; readonly answers: Answers },
  timeout = 20_000,
): Promise<Outcome> {
  try {
    const answer = await fetch(action, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    })
    if (answer.status === 401) return { kind: 'signed-out' }
    const said: unknown = await answer.json()
    if (answer.ok) {
      const resultPath = textOf(said, 'resultPath')
      // A path of this site alone: `//host/` and `/\host` would lead away.
      if (/^\/(?![/\\])/.test(resultPath)) return { kind: 'recorded', resultPath }
      return { kind: 'recorded', resultPath: '/my-cet/' }
    }
    const what = textOf(said, 'detail') || textOf(said, 'title')
    if (answer.status >= 500 || answer.status === 429 || what === '') {
      return { kind: 'lost', what: what || 'The server could not take your answers.', remedy: again }
    }
    return { kind: 'refused', what, remedy: textOf(said, 'remedy'), code: textOf(said, 'code') }
  } catch {
    return {
      kind: 'lost',
      what: 'No reply came back, so we cannot tell whether your answers arrived.',
      remedy: again,
    }
  }
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const member: unknown = Object.getOwnPropertyDescriptor(value, name)?.value
  return typeof member === 'string' ? member : ''
}
