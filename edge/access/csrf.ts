import { RequestError } from '../http/problem.ts'

/**
 * Lets a state-changing request through only when the browser says that a page of this very site sent it. A request
 * that says nothing is refused: every browser that this site supports sends at least one of the two headers.
 *
 * @param origin the site's own origin.
 * @throws RequestError request/cross-site
 */
export function requireSameOrigin(request: Request, origin: string): void {
  const site = request.headers.get('sec-fetch-site')
  const sender = request.headers.get('origin')
  const allowed =
    sender === null ? site === 'same-origin' : sender === origin && (site ?? 'same-origin') === 'same-origin'
  if (!allowed) {
    throw new RequestError(
      'request/cross-site',
      'Your browser did not confirm that this was sent from a page of this site, so nothing was done.',
    )
  }
}
