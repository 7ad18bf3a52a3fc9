import type { Question } from '../question.ts'

/** A question as Aiken, with the blank line that parts it from the next. Call {@link aikenFault} first. */
export function aikenOf({ stem, choices }: Question): string {
  const letter = (index: number) => String.fromCharCode(65 + index)
  const lines = choices.map(({ text }, index) => `${letter(index)}) ${oneLine(text)}\n`)
  return `${oneLine(stem)}\n${lines.join('')}ANSWER: ${letter(choices.findIndex((choice) => choice.correct))}\n\n`
}

/** Why Aiken cannot hold a question, if it cannot. */
export function aikenFault({ type, stem, choices }: Question): string | undefined {
  if (type === 'multiple') return 'it has several correct choices, and Aiken holds one'
  if (choices.length > 26) return `it has ${choices.length} choices, and Aiken names them by the 26 letters`
  const line = oneLine(stem)
  if (line.length < 2) return 'its text has a single character, which Aiken passes over'
  if (/^[A-Z][).]/.test(line))
    return `its text begins with “${line.slice(0, 2)}”, as only choices do in Aiken`
  if (/^answer\s*:/i.test(line)) return 'its text begins like the line with the answer'
  return undefined
}

/** Whether a text loses line breaks in Aiken. */
export function losesLines(question: Question): boolean {
  return [question.stem, ...question.choices.map((choice) => choice.text)].some((text) => text.includes('\n'))
}

function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}
