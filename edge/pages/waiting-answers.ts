import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Problem } from '../../core/index.ts'
import { requireSameOrigin } from '../access/csrf.ts'
import { canonicalPath, submittedExam } from '../access/paths.ts'
import type { App } from '../context.ts'
import { holdsForm, sentForm } from '../exams/sent-form.ts'
import { RequestError } from '../http/problem.ts'
import type { Fragment, Rewrite } from './site-page.ts'
import { waitingEntryWords, waitingWords } from './waiting-words.ts'

/** Forms in which a member may have entered much, by what their problem's page hands back and says. */
const waitingForms = [
  {
    isSentTo: (path: string) =>
      /^\/cet\/active\/[^/]+\/exam\/$/.test(path) || submittedExam(path) !== undefined,
    fields: /^(?:attempt|version|view|show|q\.[A-Za-z0-9_-]{1,64})$/,
    words: waitingWords,
    what: 'your answers stay',
  },
  {
    isSentTo: (path: string) => /^\/my-cet\/(?:elsewhere|goals(?:\/[^/]+)?)\/$/.test(path),
    fields: /^(?:owner|id|seen|text|target|unit|save|type|year|number|[A-Za-z]+\.[A-Za-z0-9_-]{1,64})$/,
    words: waitingEntryWords,
    what: 'what you entered stays',
  },
]

/**
 * What a member needs whose answers or entries could not be taken for now: what to do, and the fields in a form that does
 * the same again. Their browser cannot lead back to the page that they came from, because nothing of it is stored.
 *
 * @returns undefined for any other request than such a form of a page of this site, and for problems that sending again
 *   cannot solve.
 */
export async function waitingAnswers(c: Context<App>, problem: Problem): Promise<Fragment | undefined> {
  const path = canonicalPath(new URL(c.req.url).pathname)
  if (path === undefined || c.req.method !== 'POST' || !holdsForm(c.req.raw)) return undefined
  const kind = waitingForms.find(({ isSentTo }) => isSentTo(path))
  const words = kind?.words(problem, c.get('member')?.name)
  if (kind === undefined || words === undefined) return undefined
  const fields = await fieldsOf(c, kind.fields)
  if (fields === undefined) return undefined
  return html`${words.before}
<form method="post" action="${path}" target="_self">${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="button" type="submit">${words.button}</button></form>${words.after ?? ''}
<p>Whatever else leads away from this page opens in a new tab, so that ${kind.what} here.</p>`
}

/**
 * Has all of a page that would lead away from it, the site's header and footer too, open a new tab: answers wait in this one,
 * and nothing leads back to them. Only what says otherwise stays in the tab, as a link within the page must.
 */
export const leadAwayInNewTab: Rewrite = (rewriter) =>
  rewriter
    .on('head', { element: (head) => void head.prepend('<base target="_blank">', { html: true }) })
    .on('a[href^="#"]', { element: (link) => void link.setAttribute('target', '_self') })

async function fieldsOf(c: Context<App>, names: RegExp): Promise<[string, string][] | undefined> {
  // A body that broke off while it was read cannot be read again.
  if (c.get('sentForm') === undefined && c.req.raw.bodyUsed) return undefined
  try {
    requireSameOrigin(c.req.raw, c.env.edge.settings.SITE_ORIGIN)
    return Array.from(await sentForm(c)).filter(([name]) => names.test(name))
  } catch (error) {
    // From another site, too large or unreadable: such a form is no page's of ours.
    if (error instanceof RequestError) return undefined
    throw error
  }
}
