import type { LintedChoice, LintedExam, LintedQuestion } from './finding.ts'

/**
 * Reads an exam document of the dataset for {@link lintExam}. Whatever does not have the expected shape counts as
 * missing, because an editor may still be writing it.
 *
 * @param document - an `exam` as it is stored, draft or published
 */
export function lintedExamOf(document: unknown): LintedExam {
  const { questions, passMark } = fieldsOf(document)
  return {
    questions: membersOf(questions).map(lintedQuestion),
    ...(typeof passMark === 'number' && { passMark }),
  }
}

function lintedQuestion(stored: Fields): LintedQuestion {
  const { stem, kind, fixedOrder, choices } = stored
  return {
    key: keyOf(stored),
    ...(typeof stem === 'string' && { stem }),
    ...((kind === 'single' || kind === 'multiple') && { kind }),
    fixedOrder: fixedOrder === true,
    choices: membersOf(choices).map(lintedChoice),
  }
}

function lintedChoice(stored: Fields): LintedChoice {
  const { text, correct, rationale } = stored
  return {
    key: keyOf(stored),
    ...(typeof text === 'string' && { text }),
    correct: correct === true,
    ...(typeof rationale === 'string' && { rationale }),
  }
}

type Fields = {
  readonly _key?: unknown
  readonly questions?: unknown
  readonly passMark?: unknown
  readonly stem?: unknown
  readonly kind?: unknown
  readonly fixedOrder?: unknown
  readonly choices?: unknown
  readonly text?: unknown
  readonly correct?: unknown
  readonly rationale?: unknown
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? value : {}
}

function membersOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}

function keyOf({ _key }: Fields): string {
  return typeof _key === 'string' ? _key : ''
}
