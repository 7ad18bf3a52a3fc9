import type { Context } from 'hono'
import { html } from 'hono/html'
import type { App } from '../context.ts'
import { wantsPage } from '../http/negotiation.ts'
import { problemJson, type RequestError } from '../http/problem.ts'
import { shellPage } from './site-page.ts'
import { leadAwayInNewTab, waitingAnswers } from './waiting-answers.ts'

/** Answers a request that cannot be done: a page for a browser, problem+json for anything else. */
export async function answerProblem(c: Context<App>, error: RequestError): Promise<Response> {
  const { problem } = error
  if (!wantsPage(c.req.raw)) {
    const member = problem.code === 'submission/foreign-attempt' ? c.get('member') : undefined
    return problemJson(error, member && { signedInAs: member.name })
  }
  const answers = await waitingAnswers(c, problem)
  return shellPage(c, {
    title: problem.title,
    status: problem.status,
    headers: error.headers,
    rewrite: answers && leadAwayInNewTab,
    content: html`<div class="reading"><h1>${problem.title}</h1>
<div class="panel panel-warning stack">
<p>${problem.detail}</p>
${
  answers ??
  html`<p>${problem.remedy}</p>
${wayOn(problem.code, problem.link, new URL(c.req.url).pathname)}`
}
</div>
<p class="muted">Code for the help desk: <code>${problem.code}</code></p></div>`,
  })
}

function wayOn(code: string, link: string | undefined, path: string) {
  if (code === 'session/not-entitled') {
    return html`<p class="actions"><a class="button" href="/join/">How to join or subscribe</a> <a href="/my-cet/">My CET</a></p>`
  }
  if (code.startsWith('sign-in/') || code.startsWith('session/')) {
    const back = path.startsWith('/my-cet/') ? `?to=${encodeURIComponent(roomOf(path))}` : ''
    return html`<p class="actions"><a class="button" href="/sign-in${back}">Sign in</a> <a href="/">Home page</a></p>`
  }
  if (link !== undefined) return html`<p><a class="button" href="${link}">${placeOf(link)}</a></p>`
  return html`<p class="actions"><a class="button" href="/cet/active/">Active CET</a> <a href="/my-cet/">My CET</a></p>`
}

/** The page of a member's room that has the button whose form goes to a path. */
function roomOf(path: string): string {
  return /^\/my-cet\/(?:goals|calendar)\//.exec(path)?.[0] ?? '/my-cet/'
}

const places: readonly (readonly [path: RegExp, name: string])[] = [
  [/^\/my-cet\/certificates\/.+/, 'The certificate'],
  [/^\/my-cet\/certificates\//, 'Your certificates'],
  [/^\/my-cet\/attempts\/.+/, 'Your result'],
  [/^\/my-cet\/goals\//, 'Your goals'],
  [/^\/my-cet\//, 'My CET'],
  [/^\/cet\/active\//, 'Active CET'],
]

/** What a page of this site is called, so that a link says where it leads. */
function placeOf(path: string): string {
  return places.find(([pattern]) => pattern.test(path))?.[1] ?? 'Go on'
}
