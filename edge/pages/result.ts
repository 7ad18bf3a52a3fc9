import { html } from 'hono/html'
import type { Accepted, ExamVersion, Submission } from '../../core/index.ts'
import { certificateLink } from '../certificates/page.ts'
import type { Standing } from '../records/attempts.ts'
import { formatDay, formatInstant } from './dates.ts'
import type { Fragment } from './site-page.ts'
import { pointsText } from './words.ts'

/** What a result page tells. */
export type ResultFacts = {
  readonly accepted: Accepted
  readonly version: ExamVersion
  readonly answers: Submission['answers']
  readonly standing: Standing
  /** The ID of the certificate of an attempt that passed. */
  readonly certificate: string | undefined
  /** Whether the exam as it is today still lets explanations be shown. */
  readonly explains: boolean
  /** Milliseconds of the Unix epoch, by the server's clock. */
  readonly now: number
}

/**
 * Whether the last word on the exam has been spoken for this member: passed, attempts used up, or closed. Before it, a
 * key would serve the next attempt; after it, the explanations are what is left to learn from.
 */
export function isLastWord(standing: Standing, now: number): boolean {
  return (
    standing.passedAttempt !== undefined ||
    standing.attempts >= standing.maxAttempts ||
    now >= standing.closesAt
  )
}

/** The page of one attempt. */
export function resultFragment(facts: ResultFacts): Fragment {
  const { version, standing, now } = facts
  const { result, receipt } = facts.accepted
  const open = now >= standing.opensAt && now < standing.closesAt
  const left = Math.max(0, standing.maxAttempts - standing.attempts)
  const again = standing.passedAttempt === undefined && left > 0 && open
  return html`<div class="reading"><h1>${result.passed ? 'You passed' : 'You did not pass this time'}</h1>
<p>${version.title}</p>
<div class="panel ${result.passed ? 'panel-success' : 'panel-warning'} stack" data-outcome="${result.passed ? 'passed' : 'not-passed'}">
<p><strong>${result.correct} of ${result.outOf} correct</strong> (${Math.floor(result.percent)}%). The pass mark is ${version.passMark}%.</p>
${
  result.passed
    ? html`<p><strong>${pointsText(result.points)}</strong> (${version.pointType}) recorded for reference ${version.reference}.</p>`
    : html`<p>${
        again
          ? `You have ${left} ${left === 1 ? 'attempt' : 'attempts'} left, until the end of ${formatDay(standing.closesOn)}.`
          : standing.passedAttempt !== undefined
            ? 'You have passed this exam in another attempt.'
            : left === 0
              ? 'You have no attempts left.'
              : 'The exam is closed.'
      }</p>`
}
</div>
<h2>What happens next</h2>
${
  result.passed
    ? html`<p>Your point is sent to the regulator, where it waits as <em>pending</em> until you accept it on MyGOC. A point that you do not accept does not count, and MyGOC is closed over Christmas and New Year: accept it in good time.</p>`
    : again
      ? html`<p>Read <a href="${version.item.path}">${version.item.title}</a> again, then <a href="${version.item.path}exam/">try the exam again</a>.</p>`
      : html`<p>There are other exams in the pack.</p>`
}
<p><a class="button" href="/cet/active/">Active CET</a> <a href="/my-cet/">My CET</a>${facts.certificate === undefined ? '' : html` ${certificateLink(facts.certificate)}`}</p>
${feedback(facts)}
<h2>Receipt</h2>
<p>Attempt ${result.attemptNumber}, received ${formatInstant(Date.parse(result.submittedAt), standing.timeZone)}. This signed receipt proves it; keep a copy if you like.</p>
<details><summary>Show the receipt</summary><p><code class="receipt">${receipt}</code></p></details></div>`
}

/** The key with its explanations, once it can do no harm and if the exam's policy allows it. */
function feedback({ version, answers, standing, explains, now }: ResultFacts) {
  if (!explains || version.feedback === 'never') return ''
  if (!isLastWord(standing, now)) {
    return html`<p class="muted">The explanations of the answers appear here once you have passed, used all your attempts, or the exam has closed.</p>`
  }
  const chosen = new Map(answers.map(({ question, choices }) => [question, new Set(choices)]))
  return html`<h2>Your answers explained</h2>
<ol class="stack">${version.questions.map(
    (question) => html`<li><p><strong>${question.stem}</strong></p>
<ul>${question.choices.map(
      (choice) => html`<li>${choice.text}
${chosen.get(question.key)?.has(choice.key) ? html`<span class="tag">Your answer</span>` : ''}
${choice.correct ? html`<span class="tag">Correct</span>` : ''}
${choice.rationale === '' ? '' : html`<p class="muted">${choice.rationale}</p>`}</li>`,
    )}</ul></li>`,
  )}</ol>`
}
