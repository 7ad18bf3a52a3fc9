/** What a member has chosen, by question; the shape in which it is sent. */
export type Answers = readonly { readonly question: string; readonly choices: readonly string[] }[]

/** A question as it stands in the page. */
export type Question = {
  readonly key: string
  /** Counted from 1. */
  readonly number: number
  readonly answered: boolean
  /** Where an error leads to: the first input. */
  readonly firstInput: string
  readonly message: string
}

/** The exam’s questions in their order, as they are answered now. */
export function questionsOf(form: HTMLFormElement): Question[] {
  return fieldsets(form).map((fieldset, index) => {
    const [first] = inputs(fieldset)
    return {
      key: fieldset.dataset['question'] ?? '',
      number: index + 1,
      answered: inputs(fieldset).some((input) => input.checked),
      firstInput: first?.id ?? fieldset.id,
      message: fieldset.dataset['missing'] ?? 'Choose an answer',
    }
  })
}

/** What is to be sent; questions without an answer are left out. */
export function answersOf(form: HTMLFormElement): Answers {
  return fieldsets(form).flatMap((fieldset) => {
    const choices = inputs(fieldset).flatMap((input) => (input.checked ? [input.value] : []))
    return choices.length === 0 ? [] : [{ question: fieldset.dataset['question'] ?? '', choices }]
  })
}

/**
 * Ticks what was chosen before, where the form has a place for it. What the page shows as answered already stays: it is
 * newer than anything that was kept.
 *
 * @param over replaces what the page shows instead.
 * @returns how many of the answers fit no longer.
 */
export function putAnswers(form: HTMLFormElement, answers: Answers, over = false): number {
  const kept = new Map(answers.map(({ question, choices }) => [question, choices]))
  let fitting = 0
  for (const fieldset of fieldsets(form)) {
    const all = inputs(fieldset)
    const choices = kept.get(fieldset.dataset['question'] ?? '')
    const places = all[0]?.type === 'radio' ? 1 : all.length
    const fits =
      choices !== undefined &&
      choices.length <= places &&
      choices.every((choice) => all.some((input) => input.value === choice))
    if (fits) fitting += 1
    if (!over && (!fits || all.some((input) => input.checked))) continue
    for (const input of all) input.checked = fits && choices.includes(input.value)
  }
  return kept.size - fitting
}

/** Takes every answer away. */
export function clearAnswers(form: HTMLFormElement): void {
  putAnswers(form, [], true)
}

/** What the Worker wrote on the form for its script; see `examPage` there. */
export type FormFacts = {
  readonly exam: string
  readonly path: string
  readonly version: string
  readonly attempt: string
  /** A name for the member that means nothing elsewhere; empty when the page did not come from the Worker. */
  readonly member: string
  /** Of the attempt, counted from 1. */
  readonly number: string
  readonly attempts: string
  /** The last day, in words. */
  readonly closes: string
}

/** Reads {@link FormFacts}. */
export function factsOf(form: HTMLFormElement): FormFacts {
  const written = (name: string) => form.dataset[name] ?? ''
  return {
    exam: written('exam'),
    path: written('path'),
    version: hidden(form, 'version')?.value ?? '',
    attempt: hidden(form, 'attempt')?.value ?? '',
    member: document.body.dataset['member'] ?? '',
    number: written('number'),
    attempts: written('max'),
    closes: written('closes'),
  }
}

/** Whether the Worker has said that this member will not send the exam any more; one that opens later is not over. */
export function isOver(form: HTMLFormElement): boolean {
  const refused = document.querySelector<HTMLElement>('[data-refused]')?.dataset['refused']
  return !canSend(form) && refused !== 'submission/not-open-yet' && refused !== 'unknown'
}

/** Whether all of the form has arrived; a connection can break off in the middle of a page. */
export function isWhole(form: HTMLFormElement): boolean {
  return form.querySelector('[data-part="end"]') !== null
}

/** Whether the exam can be sent: without buttons the Worker has said in front of the form why not. */
export function canSend(form: HTMLFormElement): boolean {
  return form.querySelector('[data-step="send"]') !== null
}

/** Leaves the exam to be read: nothing can be chosen or sent any more. */
export function closeForm(form: HTMLFormElement): void {
  for (const fieldset of fieldsets(form)) fieldset.disabled = true
  for (const button of form.querySelectorAll('button')) button.remove()
}

/** A hidden field of the form. */
export function hidden(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)
}

/** Puts a message at each question that is named, and takes it away from the others. */
export function markFaults(form: HTMLFormElement, messages: ReadonlyMap<string, string>): void {
  for (const fieldset of fieldsets(form)) {
    const message = messages.get(fieldset.dataset['question'] ?? '')
    const slot = fieldset.querySelector<HTMLElement>('.error-message')
    if (slot) {
      slot.hidden = message === undefined
      slot.textContent = message ?? ''
    }
    toggle(fieldset, 'aria-describedby', message === undefined ? undefined : slot?.id)
    for (const input of inputs(fieldset))
      toggle(input, 'aria-invalid', message === undefined ? undefined : 'true')
  }
}

function toggle(element: Element, attribute: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(attribute)
  else element.setAttribute(attribute, value)
}

/** The exam’s questions as they stand in the page. */
export function fieldsets(form: HTMLFormElement): HTMLFieldSetElement[] {
  return Array.from(form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-question]'))
}

function inputs(fieldset: HTMLFieldSetElement): HTMLInputElement[] {
  return Array.from(fieldset.querySelectorAll('input'))
}
