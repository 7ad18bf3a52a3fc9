import { fieldsets, hidden } from './exam-form.ts'

/** What is shown of an exam: all its questions, one of them (counted from 1), or the answers to look over. */
export type Stage = 'all' | 'review' | number

/** How a member likes to see the questions. */
export type View = 'all' | 'one'

/** The stage that the page is in, as the Worker or {@link showStage} left it. */
export function stageOf(form: HTMLFormElement): Stage {
  return asStage(form.dataset['stage'])
}

/** Reads a stage from a button’s value or from what was kept; anything else is all questions. */
export function asStage(value: unknown): Stage {
  if (value === 'review') return value
  const number = Number(value)
  return Number.isInteger(number) && number > 0 ? number : 'all'
}

/** Shows one stage of the exam as the Worker would, without asking it. */
export function showStage(form: HTMLFormElement, wanted: Stage, view: View): void {
  const questions = fieldsets(form)
  const total = questions.length
  const stage = typeof wanted === 'number' && wanted > total ? 'all' : wanted
  const next = typeof stage === 'number' && stage < total ? stage + 1 : undefined
  form.dataset['stage'] = String(stage)
  const kept = hidden(form, 'view')
  if (kept) kept.value = view
  questions.forEach((fieldset, index) => {
    fieldset.hidden = stage !== 'all' && stage !== index + 1
  })
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`)
  toggle(part('introduction'), stage === 'all' || stage === 1)
  toggle(part('switch'), stage !== 'review')
  toggle(part('review'), stage === 'review')
  if (stage === 'review') fillReview(form, view)
  const step = (name: string, value: Stage | '' | undefined) => {
    const button = form.querySelector<HTMLButtonElement>(`[data-step="${name}"]`)
    if (!button) return undefined
    button.hidden = value === undefined
    if (value !== undefined && name !== 'send') button.value = String(value)
    return button
  }
  step('default', next ?? 'review')
  const other = step('switch', stage === 'review' ? undefined : stage === 'all' ? 1 : 'all')
  if (other) {
    other.textContent = stage === 'all' ? 'Show one question at a time' : 'Show all questions on one page'
  }
  step('back', stage === 'review' ? (view === 'all' ? 'all' : total) : before(stage))
  step('next', next)
  const review = step('review', stage === 'review' ? undefined : 'review')
  if (review) review.className = next === undefined ? 'button' : 'button-secondary'
  step('send', stage === 'review' ? '' : undefined)
}

/** Moves the focus to where a stage begins, and the page with it. */
export function enterStage(form: HTMLFormElement, question: number | undefined): void {
  const stage = stageOf(form)
  const number = question ?? (typeof stage === 'number' ? stage : undefined)
  const target =
    number === undefined
      ? stage === 'review'
        ? document.querySelector<HTMLElement>('#review-title')
        : form.querySelector<HTMLElement>('[data-step="switch"]')
      : fieldsets(form)[number - 1]
  if (!target) return
  if (target instanceof HTMLFieldSetElement) target.tabIndex = -1
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: stage === 'all' && question === undefined ? 'nearest' : 'start' })
}

function before(stage: Stage): number | undefined {
  return typeof stage === 'number' && stage > 1 ? stage - 1 : undefined
}

function toggle(element: HTMLElement | null, shown: boolean): void {
  if (element) element.hidden = !shown
}

/** The same list as the Worker’s; see `reviewFragment` there. */
function fillReview(form: HTMLFormElement, view: View): void {
  const slot = form.querySelector('[data-slot="review"]')
  if (!slot) return
  const rows = fieldsets(form).map((fieldset, index) => {
    const chosen = Array.from(
      fieldset.querySelectorAll<HTMLInputElement>('input:checked'),
      (input) => input.labels?.[0]?.textContent ?? '',
    )
    const button = made('button', 'button-plain', chosen.length === 0 ? 'Answer' : 'Change')
    button.name = 'show'
    button.value = view === 'all' ? 'all' : String(index + 1)
    button.dataset['goto'] = String(index + 1)
    button.append(made('span', 'visually-hidden', ` question ${index + 1}`))
    const text = made('div', '')
    text.append(
      made('p', 'review-stem', fieldset.querySelector('.question-stem')?.textContent ?? ''),
      ...(chosen.length === 0
        ? [made('p', 'review-open', 'Not answered')]
        : chosen.map((choice) => made('p', 'review-answer', choice))),
    )
    const row = made('li', '')
    row.append(text, button)
    return { row, open: chosen.length === 0 }
  })
  const open = rows.filter((row) => row.open).length
  const list = made('ol', 'review-list')
  list.append(...rows.map(({ row }) => row))
  slot.replaceChildren(
    made(
      'p',
      '',
      `${rows.length - open} of ${rows.length} questions answered.${
        open === 0 ? '' : ' Answer the others before you send.'
      }${form.dataset['tried'] === undefined ? ' Nothing has been sent yet.' : ''}`,
    ),
    list,
  )
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  if (className !== '') element.className = className
  element.textContent = text
  return element
}
