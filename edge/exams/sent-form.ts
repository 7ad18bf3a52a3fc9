import type { Context } from 'hono'
import type { App } from '../context.ts'
import { mediaType, readText } from '../http/body.ts'

/** More than twice what the largest exam needs, in bytes. */
export const submissionLimit = 64_000

/** Whether a request holds a form's fields, as a browser without script sends them. */
export function holdsForm(request: Request): boolean {
  return mediaType(request) === 'application/x-www-form-urlencoded'
}

/**
 * The fields of an exam's form. A body can be read only once, so they are kept with the request: whatever goes wrong
 * after that, its page can still hand the answers back.
 *
 * @throws RequestError request/too-large, request/malformed-json
 */
export async function sentForm(c: Context<App>): Promise<URLSearchParams> {
  const kept = c.get('sentForm')
  if (kept !== undefined) return kept
  const form = new URLSearchParams(await readText(c.req.raw, submissionLimit))
  c.set('sentForm', form)
  return form
}
