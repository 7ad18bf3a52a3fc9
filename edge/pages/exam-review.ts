import { html, raw } from 'hono/html'
import { type Answers, orderedChoices } from './exam-choices.ts'
import type { BuiltForm } from './exam-form.ts'
import type { Fragment } from './site-page.ts'

/** How many of the form's questions have an answer. */
export function answeredCount(form: BuiltForm, answers: Answers): number {
  return form.questions.filter(({ key }) => (answers.get(key)?.size ?? 0) > 0).length
}

/** All answers in a list to look over, each with a button that leads back to its question. */
export function reviewFragment(
  form: BuiltForm,
  attempt: string,
  answers: Answers,
  view: 'all' | 'one',
): Fragment {
  const open = form.questions.length - answeredCount(form, answers)
  return html`<p>${answeredCount(form, answers)} of ${form.questions.length} questions answered.${
    open === 0 ? '' : ' Answer the others before you send.'
  } Nothing has been sent yet.</p>
<ol class="review-list">${form.questions.map((question, index) => {
    const chosen = orderedChoices(question, attempt).filter(({ key }) => answers.get(question.key)?.has(key))
    return html`<li><div><p class="review-stem">${raw(question.stem)}</p>
${
  chosen.length === 0
    ? html`<p class="review-open">Not answered</p>`
    : chosen.map(({ label }) => html`<p class="review-answer">${raw(label)}</p>`)
}</div>
<button class="button-plain" type="submit" formaction="${form.path}#q-${question.key}" name="show" value="${
      view === 'all' ? 'all' : index + 1
    }">${chosen.length === 0 ? 'Answer' : 'Change'}<span class="visually-hidden"> question ${index + 1}</span></button></li>`
  })}</ol>`
}
