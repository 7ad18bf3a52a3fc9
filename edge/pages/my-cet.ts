import { html } from 'hono/html'
import { resultPath } from '../exams/refusal.ts'
import type { MemberRecord } from '../records/record.ts'
import type { SignedIn } from '../records/sessions.ts'
import { formatInstant } from './dates.ts'
import type { Fragment } from './site-page.ts'

const zone = 'Europe/London'

/** A number of points with its unit. */
export function pointsText(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`
}

/** The interactive part of what a member has earned here. */
export function interactivePoints({ awards }: MemberRecord): string {
  const interactive = awards.filter((award) => award.point_type === 'interactive')
  return pointsText(interactive.reduce((sum, award) => sum + award.points, 0))
}

/** What a member has earned and done. */
export function recordFragment(member: SignedIn, record: MemberRecord): Fragment {
  const points = record.awards.reduce((sum, award) => sum + award.points, 0)
  return html`<p>${member.name}${member.gocNumber === undefined ? '' : html` · GOC number ${member.gocNumber}`}</p>
<p class="panel ${points > 0 ? 'panel-success' : ''}"><strong data-points="${points}">${pointsText(points)}</strong> earned from this pack</p>
${
  record.awards.length === 0
    ? html`<p>You have not earned a point from this pack yet. <a href="/cet/active/">Choose an article or a video</a>, then sit its exam.</p>`
    : html`<h2 id="points">Points</h2>
<div class="table-frame" role="region" aria-labelledby="points" tabindex="0"><table class="record-table">
<thead><tr><th scope="col">Exam</th><th scope="col">Reference</th><th scope="col">Points</th><th scope="col">Type</th><th scope="col">Passed</th></tr></thead>
<tbody>${record.awards.map(
        (award) => html`<tr>
<th scope="row"><a href="${resultPath(award.attempt)}">${award.title}</a></th>
<td>${award.reference}</td><td>${award.points}</td><td>${award.point_type}</td>
<td>${formatInstant(award.awarded_at, zone)}</td></tr>`,
      )}</tbody>
</table></div>`
}
${
  record.attempts.length === 0
    ? ''
    : html`<h2 id="attempts">Attempts</h2>
<div class="table-frame" role="region" aria-labelledby="attempts" tabindex="0"><table class="record-table">
<thead><tr><th scope="col">Exam</th><th scope="col">Attempt</th><th scope="col">Score</th><th scope="col">Outcome</th><th scope="col">Submitted</th></tr></thead>
<tbody>${record.attempts.map(
        (attempt) => html`<tr>
<th scope="row"><a href="${resultPath(attempt.id)}">${attempt.title}</a></th>
<td>${attempt.number}</td><td>${attempt.correct} of ${attempt.out_of}</td>
<td><span class="tag">${attempt.passed === 1 ? 'Passed' : 'Not passed'}</span></td>
<td>${formatInstant(attempt.submitted_at, zone)}</td></tr>`,
      )}</tbody>
</table></div>`
}`
}
