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

function fieldsets(form: HTMLFormElement): HTMLFieldSetElement[] {
  return Array.from(form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-question]'))
}

function inputs(fieldset: HTMLFieldSetElement): HTMLInputElement[] {
  return Array.from(fieldset.querySelectorAll('input'))
}
