import type { Context } from 'hono'
import { html } from 'hono/html'
import type { App } from '../context.ts'
import { attemptId, requireOwnAttempt } from '../exams/attempt-id.ts'
import { isOver, type Refusal, refusalOf } from '../exams/refusal.ts'
import { type Standing, standing } from '../records/attempts.ts'
import { formatDay } from './dates.ts'
import { type Answers, fittingAnswers, orderChoices, orderedChoices } from './exam-choices.ts'
import { examFaults } from './exam-faults.ts'
import { type BuiltForm, readExamForm } from './exam-form.ts'
import { type Stage, showStage, stageOf } from './exam-stage.ts'
import { warnOthers } from './for-others.ts'
import { type Fragment, type Rewrite, sitePage } from './site-page.ts'

/** What a member has done on an exam's page so far; all of it comes from their browser and is only shown again. */
export type Progress = {
  /** What they ask to see; anything that the exam does not have leads to all questions. */
  readonly show?: string | undefined
  readonly view?: 'all' | 'one'
  /** The attempt that their page was for. */
  readonly attempt?: string
  readonly answers?: Answers
  /** What is wrong with an answer, by question. */
  readonly messages?: ReadonlyMap<string, string>
  /** What has to be said in front of the form; `refused` is the code of what keeps the member from sending it. */
  readonly notice?: (
    form: BuiltForm,
    attempt: string,
    refused: string | undefined,
  ) => Fragment | '' | Promise<Fragment | ''>
  readonly status?: number
}

const titles: Readonly<Record<Refusal['code'] | 'unknown', string>> = {
  'submission/not-open-yet': 'Not open yet',
  'submission/closed': 'Closed',
  'submission/already-passed': 'Passed',
  'submission/no-attempts-left': 'No attempts left',
  unknown: 'Not open yet',
}

/**
 * Answers with an exam's page for one member: their next attempt, its order of choices, what they have chosen so far,
 * if anything keeps them from sending it, what that is in front of the form, which has no buttons then, and, if it gives
 * them no point that counts, that. Until when it can be sent is not said to who cannot send it any more.
 *
 * @param asset the page as it was built; one without an exam's form stays as it is.
 * @param member the member's ID.
 * @throws RequestError submission/foreign-attempt when the progress is of somebody else's page.
 */
export async function examPage(
  c: Context<App>,
  asset: Response,
  member: string,
  progress: Progress = {},
): Promise<Response> {
  const { db, now } = c.env.edge
  const page = await asset.text()
  const form = await readExamForm(page)
  if (form === undefined) return sitePage(c, new Response(page))
  const found = await standing(db, member, form.exam)
  const attempts = found?.attempts ?? 0
  if (progress.attempt !== undefined) await requireOwnAttempt(progress.attempt, member, form.exam, attempts)
  const attempt = await attemptId(member, form.exam, attempts + 1)
  const refusal = found === undefined ? unreleased : refusalOf(found, now())
  const { messages = new Map(), view = 'all' } = progress
  const answers = fittingAnswers(form, progress.answers ?? new Map())
  const stage: Stage = refusal === undefined ? (stageOf(progress.show, form) ?? 'all') : 'all'
  const notice = (await progress.notice?.(form, attempt, refusal?.code)) ?? ''
  const before = String(notice) + String(refusal === undefined ? '' : await refusalPanel(refusal))
  const staged = await showStage(form, {
    stage,
    view,
    turned: c.req.method === 'POST' && refusal === undefined,
    attempt,
    answers,
  })
  const choices = orderChoices(form, attempt, answers)
  const facts = factsForScript(found, now())
  const reader = c.get('member')
  const warned: Rewrite =
    reader === undefined ? (rewriter) => rewriter : await warnOthers(c.env.edge, reader, form.exam, found)
  const faults = await examFaults(
    messages,
    form.questions.map((question) => ({
      question,
      firstInput: orderedChoices(question, attempt)[0]?.id ?? `q-${question.key}`,
    })),
  )
  return sitePage(c, new Response(page), {
    status: progress.status ?? 200,
    rewrite: (rewriter) =>
      warned(faults(choices(staged(facts(rewriter)))))
        .on('form[data-exam]', {
          element: (element) => {
            // Said before the questions: nobody should answer six of them to learn that they cannot be sent.
            element.before(before, { html: true })
          },
        })
        .on('[data-part="until"]', {
          element(element) {
            if (refusal !== undefined && refusal.code !== 'unknown' && isOver(refusal)) element.remove()
          },
        })
        .on('form[data-exam] input[name="attempt"]', {
          element: (element) => {
            element.setAttribute('value', attempt)
          },
        })
        .on('form[data-exam] [data-slot="attempt-note"]', {
          element(element) {
            if (refusal === undefined && found !== undefined) {
              element.setInnerContent(`This will be attempt ${found.attempts + 1} of ${found.maxAttempts}.`)
            }
          },
        })
        .on('form[data-exam] button', {
          element(element) {
            if (refusal !== undefined) element.remove()
          },
        }),
  })
}

/** Tells the form's script what the device cannot be trusted with: the time, the deadline, and which attempt this is. */
function factsForScript(found: Standing | undefined, now: number): Rewrite {
  return (rewriter) =>
    rewriter.on('form[data-exam]', {
      element(element) {
        element.setAttribute('data-now', String(now))
        if (found === undefined) return
        element.setAttribute('data-zone', found.timeZone)
        element.setAttribute('data-closes', formatDay(found.closesOn))
        element.setAttribute('data-number', String(found.attempts + 1))
        element.setAttribute('data-max', String(found.maxAttempts))
      },
    })
}

const unreleased = {
  code: 'unknown',
  detail: 'This exam has not been released yet. Come back in a few minutes.',
  link: '/cet/active/',
} as const

function refusalPanel(refusal: Refusal | typeof unreleased) {
  const passed = refusal.code === 'submission/already-passed'
  return html`<div class="panel ${passed ? 'panel-success' : 'panel-warning'} stack" data-refused="${refusal.code}">
<h2>${titles[refusal.code]}</h2>
<p>${refusal.detail}</p>
<p><a class="button" href="${refusal.link}">${linkText(refusal)}</a></p>
</div>`
}

function linkText(refusal: Refusal | typeof unreleased): string {
  if (refusal.code === 'submission/already-passed') return 'Your result'
  return refusal.link === '/my-cet/' ? 'My CET' : 'Active CET'
}
