import { requireSameOrigin } from '../access/csrf.ts'
import type { Edge } from '../context.ts'
import { mediaType, readText } from './body.ts'
import { RequestError } from './problem.ts'

/** More than twice what the largest form of a member's record needs, in bytes. */
const formLimit = 32_000

/**
 * Reads a form that a page of this site sent.
 *
 * @throws RequestError request/cross-site, request/wrong-content-type, request/too-large, request/malformed-json (for bytes
 *   that are not UTF-8).
 */
export async function readForm(request: Request, { settings }: Edge): Promise<URLSearchParams> {
  requireSameOrigin(request, settings.SITE_ORIGIN)
  if (mediaType(request) !== 'application/x-www-form-urlencoded') {
    throw new RequestError('request/wrong-content-type', 'Only a form of this site can be sent here.', {
      remedy: 'Go back to the page and send its form.',
    })
  }
  return new URLSearchParams(await readText(request, formLimit))
}
