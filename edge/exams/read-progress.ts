import type { Context } from 'hono'
import type { App } from '../context.ts'
import { RequestError } from '../http/problem.ts'
import { holdsForm, sentForm } from './sent-form.ts'

/** An exam's form on its way from one part of the page to another: nothing in it is graded or kept. */
export type CarriedForm = {
  readonly show: string | undefined
  readonly view: 'all' | 'one'
  readonly version: string
  readonly attempt: string
  /** As they were sent, whether the exam has such questions and choices or not. */
  readonly answers: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Reads an exam's form that asks for another part of the page. Asking for one question or for all of them also says how
 * the member likes to see them.
 *
 * @throws RequestError request/wrong-content-type, request/too-large, request/malformed-json
 */
export async function readProgress(c: Context<App>): Promise<CarriedForm> {
  if (!holdsForm(c.req.raw)) {
    throw new RequestError('request/wrong-content-type', 'Only the form of the exam page can be sent here.')
  }
  const form = await sentForm(c)
  const answers = new Map<string, Set<string>>()
  for (const [name, value] of form) {
    if (!name.startsWith('q.')) continue
    const key = name.slice(2)
    answers.set(key, (answers.get(key) ?? new Set()).add(value))
  }
  const show = form.get('show') ?? undefined
  return {
    show,
    view: show === 'all' || (show === 'review' && form.get('view') !== 'one') ? 'all' : 'one',
    version: form.get('version') ?? '',
    attempt: form.get('attempt')?.toLowerCase() ?? '',
    answers,
  }
}
