/** A choice as the built page has it; `label` is HTML, as it stands there. */
type BuiltChoice = { readonly key: string; readonly id: string; label: string }

/** A question as the built page has it; `stem` is HTML, as it stands there. */
export type BuiltQuestion = {
  readonly key: string
  readonly fixedOrder: boolean
  stem: string
  readonly choices: BuiltChoice[]
}

/** The exam's form on a built page: what the Worker must have read before it can write into it. */
export type BuiltForm = {
  readonly exam: string
  /** Of the exam's page. */
  readonly path: string
  version: string
  readonly questions: BuiltQuestion[]
}

/** Reads the exam's form of a built page; undefined on a page that has none. */
export async function readExamForm(page: string): Promise<BuiltForm | undefined> {
  let form: BuiltForm | undefined
  const question = () => form?.questions.at(-1)
  await new HTMLRewriter()
    .on('form[data-exam]', {
      element(element) {
        form = {
          exam: element.getAttribute('data-exam') ?? '',
          path: element.getAttribute('data-path') ?? '',
          version: '',
          questions: [],
        }
      },
    })
    .on('form[data-exam] input[name="version"]', {
      element(element) {
        if (form !== undefined) form.version = element.getAttribute('value') ?? ''
      },
    })
    .on('form[data-exam] fieldset[data-question]', {
      element(element) {
        form?.questions.push({
          key: element.getAttribute('data-question') ?? '',
          fixedOrder: element.getAttribute('data-fixed-order') === 'true',
          stem: '',
          choices: [],
        })
      },
    })
    .on('form[data-exam] .question-stem', {
      text(chunk) {
        const current = question()
        if (current !== undefined) current.stem += chunk.text
      },
    })
    .on('form[data-exam] .choice input', {
      element(element) {
        question()?.choices.push({
          key: element.getAttribute('value') ?? '',
          id: element.getAttribute('id') ?? '',
          label: '',
        })
      },
    })
    .on('form[data-exam] .choice label', {
      text(chunk) {
        const choice = question()?.choices.at(-1)
        if (choice !== undefined) choice.label += chunk.text
      },
    })
    .transform(new Response(page))
    .arrayBuffer()
  return form
}
