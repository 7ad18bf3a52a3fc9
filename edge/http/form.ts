import type { Context } from 'hono'
import { requireSameOrigin } from '../access/csrf.ts'
import type { App } from '../context.ts'
import { mediaType, readText } from './body.ts'
import { RequestError } from './problem.ts'

/** More than twice what the largest form of a member's record needs, in bytes. */
const formLimit = 32_000

/**
 * Reads a form that a page of this site sent. Its fields are kept with the request: whatever goes wrong after that, the
 * problem's page can still hand back what was entered.
 *
 * @throws RequestError request/cross-site, request/wrong-content-type, request/too-large, request/malformed-json (for bytes
 *   that are not UTF-8).
 */
export async function readForm(c: Context<App>): Promise<URLSearchParams> {
  requireSameOrigin(c.req.raw, c.env.edge.settings.SITE_ORIGIN)
  if (mediaType(c.req.raw) !== 'application/x-www-form-urlencoded') {
    throw new RequestError('request/wrong-content-type', 'Only a form of this site can be sent here.', {
      remedy: 'Go back to the page and send its form.',
    })
  }
  const form = new URLSearchParams(await readText(c.req.raw, formLimit))
  c.set('sentForm', form)
  return form
}
