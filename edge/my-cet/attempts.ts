import { html } from 'hono/html'
import { resultPath } from '../exams/refusal.ts'
import { formatInstant } from '../pages/dates.ts'
import type { Fragment } from '../pages/site-page.ts'
import type { Room } from './room.ts'

/** Every attempt, newest first. */
export function attemptsTable({ attempts, facts }: Room): Fragment | '' {
  if (attempts.length === 0) return ''
  return html`<div class="cet-part"><h2 id="attempts">Attempts</h2>
<div class="table-frame" role="region" aria-labelledby="attempts" tabindex="0"><table class="record-table">
<thead><tr><th scope="col">Exam</th><th scope="col">Outcome</th><th scope="col">Score</th><th scope="col">Attempt</th><th scope="col">Submitted</th></tr></thead>
<tbody>${attempts.map(
    (attempt) => html`<tr>
<th scope="row"><a href="${resultPath(attempt.id)}">${attempt.title}</a></th>
<td><span class="tag">${attempt.passed === 1 ? 'Passed' : 'Not passed'}</span></td>
<td>${attempt.correct} of ${attempt.out_of}</td><td>${attempt.number}</td>
<td>${formatInstant(attempt.submitted_at, facts.window.timeZone)}</td></tr>`,
  )}</tbody>
</table></div></div>`
}
