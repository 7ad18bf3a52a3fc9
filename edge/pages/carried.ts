import { html } from 'hono/html'
import { type Answers, fittingAnswers } from './exam-choices.ts'
import type { BuiltForm } from './exam-form.ts'
import type { Fragment } from './site-page.ts'

/**
 * Says what became of answers that were given on another version of the page than today's.
 *
 * @param version the version that they were given on.
 * @returns nothing when it is the same, or when nothing had been answered.
 */
export function carriedNotice(form: BuiltForm, version: string, answers: Answers): Fragment | '' {
  const given = Array.from(answers).filter(([, choices]) => choices.size > 0)
  if (version === form.version || given.length === 0) return ''
  const fitting = fittingAnswers(form, answers)
  const lost = given.filter(([key, choices]) => fitting.get(key)?.size !== choices.size).length
  return html`<div class="panel panel-warning stack" role="status" data-carried="${lost}">
<h2>This exam was changed while you were answering</h2>
<p>${
    lost === 0
      ? 'All your answers still fit and are kept below.'
      : `${lost} of your ${given.length} answers ${lost === 1 ? 'does' : 'do'} not fit the exam any more; the others are kept below.`
  } Look over the questions before you send. No attempt has been used.</p>
</div>`
}
