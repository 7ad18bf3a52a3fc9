import type { Remark } from '../problem.ts'

/** What a column of a table of questions holds. Numbered ones belong to a choice, from 1. */
export type Column =
  | { readonly field: 'title' | 'type' | 'stem' | 'correct' | 'feedback' | 'tags' | 'fixedOrder' }
  | { readonly field: 'choice' | 'choiceFeedback' | 'share'; readonly choice: number }

// Other names that people give to the same columns.
const names: Record<string, Column['field']> = {
  title: 'title',
  name: 'title',
  type: 'type',
  kind: 'type',
  stem: 'stem',
  question: 'stem',
  'question text': 'stem',
  correct: 'correct',
  answer: 'correct',
  key: 'correct',
  feedback: 'feedback',
  'general feedback': 'feedback',
  tags: 'tags',
  tag: 'tags',
  'fixed order': 'fixedOrder',
  fixedorder: 'fixedOrder',
}
const numbered: Record<string, 'choice' | 'choiceFeedback' | 'share'> = {
  choice: 'choice',
  option: 'choice',
  answer: 'choice',
  feedback: 'choiceFeedback',
  rationale: 'choiceFeedback',
  share: 'share',
  fraction: 'share',
}

/** The column that a header names, or undefined. */
export function columnOf(header: string): Column | undefined {
  const name = header
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
  const [, word, number, letter] = /^([a-z]+) ?(?:([1-9][0-9]?)|([a-z]))$/.exec(name) ?? []
  const field = names[name]
  if (field !== undefined) return { field } as Column
  if (word === undefined) return undefined
  const kind = numbered[word]
  if (kind === undefined) return undefined
  return { field: kind, choice: number === undefined ? (letter ?? 'a').charCodeAt(0) - 96 : Number(number) }
}

/** How a column is named, without regard to how its header was written. */
export function columnName(column: Column): string {
  if (column.field === 'choiceFeedback') return `feedback ${column.choice}`
  if (column.field === 'fixedOrder') return 'fixed order'
  return 'choice' in column ? `${column.field} ${column.choice}` : column.field
}

/** What is wrong with a row of headers, if something is, with the header's place in the row. */
export function headerFaults(
  headers: readonly string[],
): { readonly cell: number; readonly remark: Remark }[] {
  const faults: { cell: number; remark: Remark }[] = []
  const seen = new Map<string, number>()
  for (const [cell, header] of headers.entries()) {
    if (header.trim() === '') continue
    const column = columnOf(header)
    if (column === undefined) {
      faults.push({
        cell,
        remark: {
          code: 'csv/column-unknown',
          message: `There is no column “${header.trim()}”${suggestion(header)}.`,
          remedy: `Use these columns: ${known}. Delete the others, so that nothing is lost unnoticed.`,
        },
      })
      continue
    }
    const name = columnName(column)
    if (seen.has(name)) {
      faults.push({
        cell,
        remark: {
          code: 'csv/column-twice',
          message: `The column “${name}” is there twice.`,
          remedy: 'Rename or delete one of the two.',
        },
      })
    }
    seen.set(name, cell)
  }
  const missing = ['stem', 'correct', 'choice 1', 'choice 2'].filter((name) => !seen.has(name))
  if (missing.length > 0) {
    faults.push({
      cell: 0,
      remark: {
        code: 'csv/column-missing',
        message: `The first row must name the columns; ${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`,
        remedy: `Use these columns: ${known}.`,
      },
    })
  }
  return faults
}

const known =
  'title, type, stem, choice 1, choice 2 …, correct, feedback 1, feedback 2 …, share 1, share 2 …, feedback, tags, fixed order'

function list(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ')
}

function suggestion(header: string): string {
  const name = header.trim().toLowerCase()
  const near = [...Object.keys(names), ...Object.keys(numbered)].find(
    (each) => name !== '' && (each.startsWith(name.slice(0, 4)) || distance(each, name) <= 2),
  )
  if (near === undefined) return ''
  return `; did you mean “${near in numbered && !(near in names) ? `${near} 1` : near}”`
}

function distance(one: string, other: string): number {
  const width = 24
  const [a, b] = [one.slice(0, width), other.slice(0, width)]
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}
