import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Question } from '../question.ts'
import { guardCell, joinCell } from './cells.ts'

/** The first row of a table whose questions have at most so many choices. */
export function csvHeader(choices: number, shares: boolean): string {
  const numbered = (name: string) => Array.from({ length: choices }, (_, index) => `${name} ${index + 1}`)
  const cells = [
    'title',
    'type',
    'stem',
    ...numbered('choice'),
    'correct',
    ...numbered('feedback'),
    ...(shares ? numbered('share') : []),
    'feedback',
    'tags',
    'fixed order',
  ]
  // Spreadsheets take the file for UTF-8 only with its mark.
  return `\ufeff${row(cells)}`
}

/** A question as a row under {@link csvHeader}. */
export function csvRow(question: Question, choices: number, shares: boolean): string {
  const numbered = (of: (choice: Question['choices'][number]) => string | undefined) =>
    Array.from({ length: choices }, (_, index) => {
      const choice = question.choices[index]
      return choice === undefined ? '' : (of(choice) ?? '')
    })
  return row([
    question.title ?? '',
    question.type,
    question.stem,
    ...numbered((choice) => choice.text),
    keyCell(question.choices),
    ...numbered((choice) => choice.feedback),
    ...(shares ? numbered((choice) => choice.fraction?.toString()) : []),
    question.feedback ?? '',
    joinCell(question.tags ?? []),
    question.fixedOrder === true ? 'yes' : '',
  ])
}

/** Positions of the correct choices; `#2` where a bare number could be taken for a choice's text or letter. */
function keyCell(choices: Question['choices']): string {
  const clear = !choices.some(({ text }) => /^(#?[0-9]{1,2}|[0-9;,|\s]*)$/.test(text))
  return choices
    .flatMap(({ correct }, index) => (correct ? [`${clear ? '' : '#'}${index + 1}`] : []))
    .join('; ')
}

function row(cells: readonly string[]): string {
  return stringify([cells.map(guardCell)], { record_delimiter: '\r\n', quoted_match: /[;,\t\r\n"]/ })
}
