import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Submission } from '../../core/index.ts'
import type { App } from '../context.ts'
import type { RequestError } from '../http/problem.ts'
import type { Standing } from '../records/attempts.ts'
import { knownVersions, parseVersion } from '../records/exams.ts'
import { carriedNotice } from './carried.ts'
import { examPage } from './exam-page.ts'
import type { Fragment } from './site-page.ts'

/**
 * The exam page for answers that were sent and did not count: it says why, and keeps them, so that nobody has to answer
 * again what still fits. Where the member cannot sit the exam any more, the answers are there to read.
 *
 * @param error why they did not count.
 * @throws RequestError that error, when the exam's page is no longer there.
 */
export async function uncountedExamPage(
  c: Context<App>,
  member: string,
  submission: Submission,
  standing: Standing,
  error: RequestError,
): Promise<Response> {
  const { assets, db, settings } = c.env.edge
  const body = (await knownVersions(db, [standing.currentVersion])).get(standing.currentVersion)
  if (body === undefined) throw error
  const { item } = parseVersion(standing.currentVersion, body)
  const page = await assets.fetch(new URL(`${item.path}exam/`, settings.SITE_ORIGIN))
  if (!page.ok) throw error
  const { problem } = error
  const answers = new Map(submission.answers.map(({ question, choices }) => [question, new Set(choices)]))
  return examPage(c, page, member, {
    status: problem.status,
    show: 'all',
    answers,
    notice: async (form, _, refused) =>
      refused === problem.code
        ? notCounted(problem.code)
        : html`<div class="panel panel-warning stack" role="alert" data-uncounted="${problem.code}">
<h2>${problem.title}</h2>
<p>${problem.detail}</p>
<p>${problem.remedy}</p>
${problem.link === undefined ? '' : html`<p><a href="${problem.link}">See the result that counted</a></p>`}
</div>${refused === undefined ? await carriedNotice(form, submission.version, answers) : ''}`,
  })
}

/**
 * Says that answers did not count and where they are. Why is in the panel behind it, which every exam page has that cannot
 * be sent.
 *
 * @param code of what keeps the member from sitting the exam.
 */
export function notCounted(code: string): Fragment {
  return html`<div class="panel panel-warning stack" role="alert" data-uncounted="${code}">
<h2>Your answers were not counted</h2>
<p>They have not used an attempt either. They are kept below for you to read, for as long as this page stays open.</p>
</div>`
}
