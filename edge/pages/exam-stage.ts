import type { Answers } from './exam-choices.ts'
import type { BuiltForm } from './exam-form.ts'
import { reviewFragment } from './exam-review.ts'
import type { Rewrite } from './site-page.ts'

/**
 * For browsers without script. A part of the page that was asked for is stored nowhere, so the browser's own Back finds
 * nothing to show.
 */
const backHere =
  '<noscript data-part="back-here"><p class="muted">To go back, use the buttons on this page, not your browser’s: it may show an error instead of your answers.</p></noscript>'

/** What is shown of an exam: all its questions, one of them (counted from 1), or the answers to look over. */
export type Stage = 'all' | 'review' | number

/** The stage that a form asks for; undefined when the exam has no such question. */
export function stageOf(shown: string | undefined, form: BuiltForm): Stage | undefined {
  if (shown === 'all' || shown === 'review') return shown
  const number = /^[1-9]\d{0,2}$/.test(shown ?? '') ? Number(shown) : Number.NaN
  return number <= form.questions.length ? number : undefined
}

/**
 * Shows one stage of the exam. What is hidden stays in the form, so that its answers are sent along.
 *
 * @param shown.view how the member likes to see the questions.
 * @param shown.turned whether the page was asked for by its form, not by its address.
 */
export async function showStage(
  form: BuiltForm,
  shown: {
    readonly stage: Stage
    readonly view: 'all' | 'one'
    readonly turned: boolean
    readonly attempt: string
    readonly answers: Answers
  },
): Promise<Rewrite> {
  const { stage, view } = shown
  const { path } = form
  const total = form.questions.length
  const at = (number: number) => `${path}#q-${form.questions[number - 1]?.key ?? ''}`
  const review =
    stage === 'review' ? String(await reviewFragment(form, shown.attempt, shown.answers, view)) : undefined
  // What each button leads to now; without an entry it is not there.
  const back =
    stage === 'review' ? (view === 'all' ? 'all' : total) : typeof stage === 'number' ? stage - 1 : 0
  const next = typeof stage === 'number' && stage < total ? stage + 1 : 0
  const steps: Readonly<Record<string, string | undefined>> = {
    default: next > 0 ? String(next) : 'review',
    switch: stage === 'review' ? undefined : typeof stage === 'number' ? 'all' : '1',
    back: back === 0 ? undefined : String(back),
    next: next === 0 ? undefined : String(next),
    review: stage === 'review' ? undefined : 'review',
    send: stage === 'review' ? '' : undefined,
  }
  let number = 0
  return (rewriter) =>
    rewriter
      .on('title', {
        element(element) {
          if (typeof stage === 'number') element.prepend(`Question ${stage} of ${total}: `)
          if (stage === 'review') element.prepend('Review your answers: ')
        },
      })
      .on('[data-part="introduction"]', {
        element(element) {
          if (stage !== 'all' && stage !== 1) element.setAttribute('hidden', '')
        },
      })
      .on('form[data-exam]', {
        element: (element) => {
          element.setAttribute('data-stage', String(stage))
        },
      })
      .on('form[data-exam] input[name="view"]', {
        element: (element) => {
          element.setAttribute('value', view)
        },
      })
      .on('form[data-exam] .exam-foot', {
        element(element) {
          if (shown.turned) element.before(backHere, { html: true })
        },
      })
      .on('fieldset[data-question]', {
        element(element) {
          number += 1
          if (stage !== 'all' && stage !== number) element.setAttribute('hidden', '')
        },
      })
      .on('[data-part="review"]', {
        element(element) {
          if (review !== undefined) element.removeAttribute('hidden')
        },
      })
      .on('[data-slot="review"]', {
        element(element) {
          if (review !== undefined) element.setInnerContent(review, { html: true })
        },
      })
      .on('[data-part="switch"]', {
        element(element) {
          if (stage === 'review') element.setAttribute('hidden', '')
        },
      })
      .on('form[data-exam] button[data-step]', {
        element(button) {
          const step = button.getAttribute('data-step') ?? ''
          const value = steps[step]
          if (value === undefined) return void button.setAttribute('hidden', '')
          button.removeAttribute('hidden')
          if (step === 'send') return
          button.setAttribute('value', value)
          const leadsTo = Number(value)
          if (leadsTo > 0) button.setAttribute('formaction', at(leadsTo))
          else if (value === 'all') button.setAttribute('formaction', path)
          if (step === 'review') button.setAttribute('class', next > 0 ? 'button-secondary' : 'button')
          if (step === 'switch' && value === 'all') button.setInnerContent('Show all questions on one page')
        },
      })
}
