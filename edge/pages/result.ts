import { html } from 'hono/html'
import {
  type Accepted,
  type ExamVersion,
  type PackFacts,
  type Submission,
  zoneInWords,
} from '../../core/index.ts'
import { certificateLink } from '../certificates/page.ts'
import type { Standing } from '../records/attempts.ts'
import { formatDay, formatInstant } from './dates.ts'
import { type ForOthers, forOthersSentence } from './for-others.ts'
import type { Fragment } from './site-page.ts'
import { counted, pointsText } from './words.ts'

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
  /** Why the point counts for none of the member's registrant types, if so. */
  readonly forOthers: ForOthers | undefined
  /** Of the published pack, which says who records a point with the regulator; the provider, as long as nobody says. */
  readonly scheme: PackFacts['scheme'] | undefined
  /** What has to be done for the point to be sent at all, if anything. */
  readonly gocNumberWanted: string | undefined
  /** The last day on which the point can be accepted, where the scheme has one. */
  readonly acceptBy: string | undefined
  /** What to do when the point may reach the regulator only after that day, if so. */
  readonly shortOfTime: string | undefined
  /** Whether the pack still lets other exams be sat; so as long as nobody says. */
  readonly packOpen: boolean
  /** What can still be done for it when the usual way is over, if it is. */
  readonly stillToDo: string | undefined
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
  const { version, standing } = facts
  const { result, receipt } = facts.accepted
  const needed = Math.ceil((version.passMark * result.outOf) / 100)
  return html`<div class="reading result"><h1>${result.passed ? 'You passed' : 'You did not pass this time'}</h1>
<p class="standfirst">${version.title}</p>
<div class="panel ${result.passed ? 'panel-success' : 'panel-warning'} stack" data-outcome="${result.passed ? 'passed' : 'not-passed'}">
<p class="score"><strong>${result.correct} of ${result.outOf} correct</strong> (${Math.floor(result.percent)}%)</p>
<p>To pass, ${needed} of ${result.outOf} must be correct (${version.passMark}%). ${standingText(facts)}</p>
</div>
<dl class="dates">
${
  result.passed
    ? html`<div><dt>Points</dt><dd>${pointsText(result.points)}, ${version.pointType}${pointMeaning(facts)}</dd></div>
<div><dt>Reference</dt><dd>${version.reference}</dd></div>`
    : ''
}
<div><dt>Attempt</dt><dd>${result.attemptNumber} of ${standing.maxAttempts}</dd></div>
<div><dt>Received</dt><dd>${formatInstant(Date.parse(result.submittedAt), standing.timeZone)} (${zoneInWords(standing.timeZone)})</dd></div>
</dl>
<h2>What happens next</h2>
${whatNext(facts)}
${yourAnswers(facts)}
<h2 id="receipt">Receipt</h2>
<p>This signed receipt proves what was recorded. <a href="/my-cet/attempts/${result.attempt}/receipt.txt" download>Download the receipt</a>, or copy it from here:</p>
<details><summary>Show the receipt</summary><p><code class="receipt">${receipt}</code></p></details>
<p class="actions">${facts.certificate === undefined ? '' : certificateLink(facts.certificate)} <a class="button-secondary" href="/my-cet/">My CET</a> <a class="button-secondary" href="/cet/active/">Active CET</a></p></div>`
}

function attemptsLeft({ standing, now }: ResultFacts): number {
  const open = now >= standing.opensAt && now < standing.closesAt
  return open && standing.passedAttempt === undefined
    ? Math.max(0, standing.maxAttempts - standing.attempts)
    : 0
}

/** What the score means for the member, in a sentence. */
function standingText(facts: ResultFacts): string {
  const { standing, now } = facts
  const { result } = facts.accepted
  if (result.passed) {
    return facts.forOthers === undefined
      ? 'The exam is done: it counts once, and you need not sit it again.'
      : 'The exam is done, and you need not sit it again.'
  }
  const left = attemptsLeft(facts)
  if (left > 0)
    return `You have ${counted(left, 'attempt')} left, until the end of ${formatDay(standing.closesOn)}.`
  if (standing.passedAttempt !== undefined) return 'You have passed this exam in another attempt.'
  if (standing.attempts >= standing.maxAttempts) return 'You have no attempts left.'
  return now >= standing.closesAt ? 'The exam is closed.' : 'The exam is not open.'
}

/** What the points are good for, after their number and type. */
function pointMeaning({ version, forOthers }: ResultFacts): string {
  if (forOthers !== undefined) return `. ${forOthersSentence(forOthers)}`
  return version.pointType === 'interactive'
    ? ', towards your total and towards the interactive minimum.'
    : ', towards your total but not towards the interactive minimum.'
}

function whatNext(facts: ResultFacts): Fragment {
  const { version, standing } = facts
  if (facts.accepted.result.passed && facts.forOthers !== undefined) {
    return html`<p>There is nothing to do: what you earned stays on your record. <a href="/my-cet/">My CET</a> shows which exams give you points that count.</p>`
  }
  if (facts.accepted.result.passed) {
    const { gocNumberWanted, stillToDo, acceptBy, shortOfTime } = facts
    if (stillToDo !== undefined) {
      return html`${gocNumberWanted === undefined ? '' : html`<p>${gocNumberWanted}</p>`}<p>${stillToDo}</p>`
    }
    if (facts.scheme?.recording === 'registrant-uploads') return recordYourself(facts, facts.scheme)
    return html`<ol>${
      gocNumberWanted === undefined
        ? html`<li>We send what you earned to the regulator.</li>`
        : html`<li>${gocNumberWanted}</li><li>Then we send what you earned to the regulator.</li>`
    }
<li>It waits as <em>pending</em> until you accept it on MyGOC${acceptBy === undefined ? '' : `, by ${formatDay(acceptBy)}`}. What is not accepted does not count.</li></ol>
${shortOfTime === undefined ? html`<p>Do not leave that to the last days.</p>` : html`<p><strong>${shortOfTime}</strong></p>`}`
  }
  if (attemptsLeft(facts) > 0) {
    return html`<p>Read <a href="${version.item.path}">${version.item.title}</a> again before you go on: the questions stay the same, the choices stand in another order.</p>
<p><a class="button" href="${version.item.path}exam/">Try the exam again</a></p>`
  }
  if (standing.passedAttempt !== undefined) {
    return html`<p>Nothing: <a href="/my-cet/attempts/${standing.passedAttempt}/">the attempt that passed</a> is on your record.</p>`
  }
  return facts.packOpen
    ? html`<p>This exam earns you no points, but <a href="/cet/active/">other exams of the pack</a> do.</p>`
    : html`<p>This exam earns you no points, and the pack is closed: what you still lack, as <a href="/my-cet/">My CET</a> shows it, has to come from elsewhere.</p>`
}

/** What a member does for a point that nobody sends for them. */
function recordYourself({ certificate }: ResultFacts, { regulator, abbreviation }: PackFacts['scheme']) {
  return html`<ol><li>Record what you earned with the ${regulator} yourself: nobody does it for you.</li>
<li>Your evidence is ${certificate === undefined ? 'this page' : 'the certificate, which opens below'}; keep it with your ${abbreviation} record.</li>
<li>Then say so under <a href="/my-cet/#points">Points in My CET</a>.</li></ol>`
}

/** What was answered; with the key and its explanations once they can do no harm and if the exam's policy allows it. */
function yourAnswers({ version, answers, standing, explains, now }: ResultFacts) {
  const policy = explains && version.feedback === 'after-last-word'
  const open = policy && isLastWord(standing, now)
  const chosen = new Map(answers.map(({ question, choices }) => [question, new Set(choices)]))
  return html`<h2 id="answers">${open ? 'Your answers explained' : 'Your answers'}</h2>
<p class="muted">${
    open
      ? whyExplained(standing)
      : policy
        ? 'These answers counted. What is correct, and why, appears here once you have passed, used all your attempts, or the exam has closed.'
        : 'These answers counted. The correct answers of this exam are not published.'
  }</p>
<ol class="answers">${version.questions.map((question) => {
    const shown = question.choices.filter(({ key }) => open || chosen.get(question.key)?.has(key))
    return html`<li><p class="answer-stem">${question.stem}</p>
<ul>${shown.map(
      (choice) => html`<li><p>${choice.text}
${open && chosen.get(question.key)?.has(choice.key) ? html`<span class="tag">Your answer</span>` : ''}
${open && choice.correct ? html`<span class="tag tag-good">Correct</span>` : ''}</p>
${open && choice.rationale !== '' ? html`<p class="muted">${choice.rationale}</p>` : ''}</li>`,
    )}</ul></li>`
  })}</ol>`
}

function whyExplained(standing: Standing): string {
  if (standing.passedAttempt !== undefined)
    return 'You have passed, so here is why each answer is right or wrong.'
  if (standing.attempts >= standing.maxAttempts)
    return 'You have used all your attempts, so here is why each answer is right or wrong.'
  return 'The exam has closed, so here is why each answer is right or wrong.'
}
