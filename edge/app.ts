import { Hono } from 'hono'
import { forgetEndedSession, gate } from './access/gate.ts'
import { certificateRoutes } from './certificates/routes.ts'
import type { App, Edge } from './context.ts'
import { releaseRoutes } from './exams/release.ts'
import { releaseMediaRoutes } from './exams/release-media.ts'
import { examRoutes } from './exams/routes.ts'
import { examUseRoutes } from './exams/use.ts'
import { isBusy } from './http/busy.ts'
import { withSecurityHeaders } from './http/headers.ts'
import { RequestError } from './http/problem.ts'
import { myCetRoutes } from './my-cet/routes.ts'
import { listingRoutes } from './pages/listing.ts'
import { answerProblem } from './pages/problem-page.ts'
import { pageRoutes } from './pages/routes.ts'
import { searchRoutes } from './pages/search.ts'
import { signInRoutes } from './sign-in/routes.ts'

const app = new Hono<App>()
app.use(forgetEndedSession)
app.use(gate)
app.route('/', signInRoutes)
app.route('/', examRoutes)
app.route('/', releaseRoutes)
app.route('/', releaseMediaRoutes)
app.route('/', examUseRoutes)
app.route('/', myCetRoutes)
app.route('/', listingRoutes)
app.route('/', searchRoutes)
app.route('/', certificateRoutes)
app.route('/', pageRoutes)
app.onError((error, c) => answerProblem(c, problemOf(error, c.env.edge)))

/**
 * Answers one request.
 *
 * @param edge what it is handled with: settings, clock and randomness are the caller's choice.
 */
export async function handle(request: Request, edge: Edge): Promise<Response> {
  const url = new URL(request.url)
  const site = new URL(edge.settings.SITE_ORIGIN)
  if (url.host !== site.host && (request.method === 'GET' || request.method === 'HEAD')) {
    // Cookies and the provider's return address belong to one name of the site.
    const location = new URL(`${site.origin}${url.pathname}${url.search}`).href
    return withSecurityHeaders(edge, new Response(null, { status: 308, headers: { location } }), url.pathname)
  }
  return withSecurityHeaders(edge, await app.fetch(request, { edge }), url.pathname)
}

/** What a person may know of an error. The whole of one that nobody foresaw goes to the log under its reference. */
function problemOf(error: Error, edge: Edge): RequestError {
  if (error instanceof RequestError) return error
  if (isBusy(error)) {
    return new RequestError('server/busy', 'The records could not be reached in time.', {
      headers: { 'retry-after': '3' },
    })
  }
  const reference = edge.random.uuid()
  console.error(JSON.stringify({ code: 'server/unexpected', reference, error: error.stack ?? error.message }))
  return new RequestError('server/unexpected', `The reference number is ${reference}.`)
}
