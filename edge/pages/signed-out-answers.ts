import { html } from 'hono/html'
import { requireSameOrigin } from '../access/csrf.ts'
import { canonicalPath, submittedExam } from '../access/paths.ts'
import { mediaType, readText } from '../http/body.ts'
import { RequestError } from '../http/problem.ts'
import type { Fragment } from './site-page.ts'

/** What an exam's form is made of. */
const fieldNames = /^(?:attempt|version|view|show|q\.[A-Za-z0-9_-]{1,64})$/

/**
 * What a member without script needs whose session ended while they were answering: their answers in a form that can be
 * sent once they have signed in again in another tab.
 *
 * @param origin of this site.
 * @returns undefined for any other request than an exam's form of a page of this site.
 */
export async function signedOutAnswers(request: Request, origin: string): Promise<Fragment | undefined> {
  const path = canonicalPath(new URL(request.url).pathname)
  const isExam = path !== undefined && /^\/cet\/active\/[^/]+\/exam\/$/.test(path)
  const isForm = request.method === 'POST' && mediaType(request) === 'application/x-www-form-urlencoded'
  if (!isForm || path === undefined || (!isExam && submittedExam(path) === undefined)) return undefined
  const fields = await fieldsOf(request, origin)
  if (fields === undefined) return undefined
  return html`<p>Your answers have not been sent. They are on this page:</p>
<ol><li><a href="/sign-in?to=${encodeURIComponent('/my-cet/')}" target="_blank" rel="noreferrer">Sign in (opens in a new tab)</a>.</li>
<li>Come back to this tab and go on.</li></ol>
<form method="post" action="${path}">${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="button" type="submit">I have signed in: go on with my answers</button></form>`
}

async function fieldsOf(request: Request, origin: string): Promise<[string, string][] | undefined> {
  try {
    requireSameOrigin(request, origin)
    const sent = new URLSearchParams(await readText(request, 64_000))
    return Array.from(sent).filter(([name]) => fieldNames.test(name))
  } catch (error) {
    // From another site, too large or unreadable: such a form is no page's of ours.
    if (error instanceof RequestError) return undefined
    throw error
  }
}
