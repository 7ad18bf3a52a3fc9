import { parse } from 'csv-parse/browser/esm/sync'
import { plainText } from '../plain.ts'
import type { Place, Remark } from '../problem.ts'
import type { PushReader } from '../push-reader.ts'
import { type DraftChoice, problem, type Read, settle } from '../settle.ts'
import { splitCell, unguardCell } from './cells.ts'
import { type Column, columnOf, headerFaults } from './columns.ts'
import { delimiterOf, type RawRow, RowCutter } from './rows.ts'

/** Reads a table of questions: comma-, semicolon- or tab-separated, its first row naming the columns. */
export class CsvReader implements PushReader {
  done = false
  readonly #cutter = new RowCutter()
  #columns: readonly (Column | undefined)[] | undefined
  #delimiter = ','

  get held(): number {
    return this.#cutter.held
  }

  *push(piece: string): Generator<Read> {
    yield* this.#take(this.#cutter.push(piece))
  }

  *end(): Generator<Read> {
    yield* this.#take(this.#cutter.end())
    if (this.#columns === undefined && !this.done) {
      yield problem(
        'csv',
        { line: 1, column: 1, excerpt: '' },
        {
          code: 'csv/no-header',
          message: 'There is no row that names the columns.',
          remedy: 'Begin the table with a row such as: title,stem,choice 1,choice 2,choice 3,correct.',
        },
      )
    }
  }

  *#take(rows: Iterable<RawRow>): Generator<Read> {
    let waiting: RawRow[] = []
    for (const row of rows) {
      if (this.done) return
      if (row.text.trim() === '') continue
      if (this.#columns === undefined) yield* this.#header(row)
      else waiting.push(row)
      if (waiting.length >= 256) {
        yield* this.#rows(waiting)
        waiting = []
      }
    }
    if (waiting.length > 0 && !this.done) yield* this.#rows(waiting)
  }

  *#header(row: RawRow): Generator<Read> {
    // Excel’s own way to say what parts the cells.
    const told = /^sep=(.)$/i.exec(row.text.trim())?.[1]
    if (told !== undefined && row.line === 1) {
      this.#delimiter = told
      this.#cutter.delimiter = told
      return
    }
    if (this.#delimiter === ',') this.#delimiter = delimiterOf(row.text)
    this.#cutter.delimiter = this.#delimiter
    const [cells, fault] = cellsOf(row, this.#delimiter)
    if (cells === undefined) {
      this.done = true
      yield fault
      return
    }
    const faults = headerFaults(cells)
    for (const { cell, remark } of faults) {
      yield problem('csv', placeOf(row, cells, cell, this.#delimiter), remark)
    }
    if (faults.length > 0) this.done = true
    this.#columns = cells.map((cell) => columnOf(cell))
  }

  *#rows(rows: readonly RawRow[]): Generator<Read> {
    const together = parseTogether(rows, this.#delimiter)
    for (const [index, row] of rows.entries()) {
      const cells = together?.[index]
      if (cells !== undefined && row.open !== true) {
        yield* this.#row(row, cells)
        continue
      }
      const [alone, fault] = cellsOf(row, this.#delimiter)
      if (alone === undefined) yield fault
      else yield* this.#row(row, alone)
    }
  }

  *#row(row: RawRow, cells: readonly string[]): Generator<Read> {
    const columns = this.#columns ?? []
    if (cells.every((cell) => cell.trim() === '')) return
    const place = (cell: number) => placeOf(row, cells, Math.max(cell, 0), this.#delimiter)
    const extra = cells.findIndex((cell, index) => columns[index] === undefined && cell.trim() !== '')
    if (extra >= 0) {
      yield problem('csv', place(extra), {
        code: 'csv/too-many-cells',
        message: 'This cell belongs to no column: the row has more cells than the first row names.',
        remedy: 'Put quotation marks around cells that hold the separator, or name the column.',
      })
      return
    }
    const drafted = draftOf(columns, cells)
    if ('remark' in drafted) {
      yield problem('csv', place(drafted.cell), drafted.remark)
      return
    }
    const stem = columns.findIndex((column) => column?.field === 'stem')
    yield* settle('csv', { line: row.line, column: 1, excerpt: cells[stem] ?? '' }, drafted.draft)
  }
}

const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: false } as const

function parseTogether(rows: readonly RawRow[], delimiter: string): string[][] | undefined {
  try {
    // As bytes, because the library's own way from text to bytes in browsers is slow.
    const text = new TextEncoder().encode(rows.map((row) => row.text).join('\r\n'))
    const parsed: string[][] = parse(text, {
      ...options,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
    return parsed.length === rows.length ? parsed : undefined
  } catch {
    return undefined
  }
}

function cellsOf(row: RawRow, delimiter: string): [string[], undefined] | [undefined, Read] {
  const place = { line: row.line, column: 1, excerpt: row.text }
  if (row.open === true) {
    const remark: Remark = {
      code: 'csv/quote-not-closed',
      message: 'A quotation mark opens a cell in this row and none closes it before the end of the file.',
      remedy: 'Close the cell with a quotation mark; double the ones that belong to the text.',
    }
    return [undefined, problem('csv', place, remark)]
  }
  const [cells] = parseTogether([row], delimiter) ?? []
  if (cells !== undefined) return [cells, undefined]
  return [
    undefined,
    problem('csv', place, {
      code: 'csv/row-unreadable',
      message: 'This row cannot be parted into cells: something follows a closing quotation mark.',
      remedy:
        'Double the quotation marks that belong to a text, and put quotation marks around its whole cell.',
    }),
  ]
}

/** Where a cell stands, found by passing over the cells before it as they are written. */
function placeOf(row: RawRow, cells: readonly string[], cell: number, delimiter: string): Place {
  let at = 0
  for (let index = 0; index < cell && at < row.text.length; index += 1) {
    if (row.text[at] === '"') {
      const quoted = /"(?:[^"]|"")*"/y
      quoted.lastIndex = at
      at += quoted.exec(row.text)?.[0].length ?? 1
    }
    const next = row.text.indexOf(delimiter, at)
    at = next < 0 ? row.text.length : next + 1
  }
  const before = row.text.slice(0, at).split(/\r\n|\n|\r/)
  return {
    line: row.line + before.length - 1,
    column: (before.at(-1) ?? '').length + 1,
    excerpt: cells[cell] ?? row.text,
  }
}

type Found = { readonly text: string; readonly cell: number }
type Drafted =
  | { readonly draft: Parameters<typeof settle>[2] }
  | { readonly cell: number; readonly remark: Remark }

function draftOf(columns: readonly (Column | undefined)[], cells: readonly string[]): Drafted {
  const single = new Map<Column['field'], Found>()
  const perChoice = {
    choice: new Map<number, Found>(),
    choiceFeedback: new Map<number, Found>(),
    share: new Map<number, Found>(),
  }
  for (const [cell, column] of columns.entries()) {
    const text = plainText(unguardCell(cells[cell] ?? ''))
    if (column === undefined) continue
    if (!('choice' in column)) single.set(column.field, { text, cell })
    else if (text !== '') perChoice[column.field].set(column.choice, { text, cell })
  }
  const value = (field: Column['field']) => single.get(field)?.text ?? ''
  const at = (field: Column['field']) => single.get(field)?.cell ?? 0

  const numbers = Array.from(perChoice.choice.keys()).sort((a, b) => a - b)
  const gap = numbers.findIndex((number, index) => number !== index + 1)
  const astray = [...perChoice.choiceFeedback, ...perChoice.share].find(
    ([number]) => !perChoice.choice.has(number),
  )
  if (gap >= 0 || astray !== undefined) {
    const number = gap >= 0 ? gap + 1 : (astray?.[0] ?? 1)
    const cell = gap >= 0 ? (perChoice.choice.get(numbers[gap] ?? 0)?.cell ?? 0) : (astray?.[1].cell ?? 0)
    return {
      cell,
      remark: {
        code: 'csv/gap-in-choices',
        message: `Choice ${number} is empty, but ${gap >= 0 ? 'a later choice' : 'something else that belongs to it'} is filled in.`,
        remedy: 'Fill in the choices from the first one on, without a gap.',
      },
    }
  }
  const texts = numbers.map((number) => perChoice.choice.get(number)?.text ?? '')
  const key = keyOf(value('correct'), texts)
  if ('code' in key) return { cell: at('correct'), remark: key }
  const type = typeOf(value('type'), key.size)
  if (typeof type !== 'string') return { cell: at('type'), remark: type }
  const fixedOrder = yesOrNo(value('fixedOrder'))
  if (fixedOrder === undefined) {
    return {
      cell: at('fixedOrder'),
      remark: {
        code: 'csv/fixed-order-unknown',
        message: `“${value('fixedOrder')}” does not say whether the choices keep their order.`,
        remedy: 'Write yes or no, or leave the cell empty.',
      },
    }
  }
  const choices: DraftChoice[] = []
  for (const [index, text] of texts.entries()) {
    const share = perChoice.share.get(index + 1)
    const fraction = share && shareFrom(share.text)
    if (share !== undefined && fraction === undefined) {
      return {
        cell: share.cell,
        remark: {
          code: 'csv/share-unreadable',
          message: `“${share.text}” is not a share of the mark.`,
          remedy: 'Write a number from -100 to 100, in per cent.',
        },
      }
    }
    choices.push({
      text,
      correct: key.has(index),
      fraction,
      feedback: perChoice.choiceFeedback.get(index + 1)?.text,
    })
  }
  return {
    draft: {
      type,
      title: value('title'),
      stem: value('stem'),
      choices,
      feedback: value('feedback'),
      tags: splitCell(value('tags') === '' ? '' : unguardedTags(cells[at('tags')] ?? '')),
      fixedOrder,
    },
  }
}

// Tags part at line ends, which tidying takes away at the end of a cell.
function unguardedTags(cell: string): string {
  return unguardCell(cell).replace(/\r\n?/g, '\n')
}

/** The positions, from 0, that the cell “correct” names: by number, letter or text. */
function keyOf(cell: string, choices: readonly string[]): ReadonlySet<number> | Remark {
  if (cell === '') {
    return {
      code: 'csv/correct-missing',
      message: 'The column “correct” is empty: no choice is marked as correct.',
      remedy: 'Write the number of the correct choice, or several: 1; 3.',
    }
  }
  const whole = matchesOf(cell, choices)
  if (whole.length === 1) return new Set(whole)
  if (whole.length > 1) return ambiguous(cell, choices, whole)
  const key = new Set<number>()
  for (const word of cell.split(/[;|\n]/).length > 1 ? cell.split(/[;|\n]/) : cell.split(',')) {
    const name = word.trim()
    if (name === '') continue
    const matches = matchesOf(name, choices)
    const [only] = matches
    if (only === undefined) {
      return {
        code: 'csv/correct-unknown',
        message: `“${name}” is neither the number, the letter nor the text of one of the ${choices.length} choices.`,
        remedy: 'Write the number of the correct choice, or several: 1; 3.',
      }
    }
    if (matches.length > 1) return ambiguous(name, choices, matches)
    key.add(only)
  }
  return key
}

/** Which choices a word may mean. `#2` means the second one and nothing else. */
function matchesOf(word: string, choices: readonly string[]): number[] {
  const exact = /^#([1-9][0-9]?)$/.exec(word)?.[1]
  if (exact !== undefined) return Number(exact) <= choices.length ? [Number(exact) - 1] : []
  const found = new Set<number>()
  if (/^[1-9][0-9]?$/.test(word) && Number(word) <= choices.length) found.add(Number(word) - 1)
  if (/^[A-Za-z]$/.test(word)) {
    const position = word.toUpperCase().charCodeAt(0) - 65
    if (position < choices.length) found.add(position)
  }
  for (const [index, text] of choices.entries()) if (text === word) found.add(index)
  if (found.size === 0) {
    for (const [index, text] of choices.entries())
      if (text.toLowerCase() === word.toLowerCase()) found.add(index)
  }
  return Array.from(found)
}

function ambiguous(word: string, choices: readonly string[], matches: readonly number[]): Remark {
  const [first = 0, second = 0] = matches
  return {
    code: 'csv/correct-ambiguous',
    message: `“${word}” may mean choice ${first + 1} (“${choices[first] ?? ''}”) or choice ${second + 1} (“${choices[second] ?? ''}”).`,
    remedy: `Write #${first + 1} or #${second + 1}.`,
  }
}

function typeOf(cell: string, correct: number): 'single' | 'multiple' | Remark {
  const word = cell.toLowerCase().replace(/[\s_-]+/g, ' ')
  if (word === '') return correct > 1 ? 'multiple' : 'single'
  if (['single', 'single choice', 'one', 'sc', 'single response', 'single answer'].includes(word))
    return 'single'
  if (
    ['multiple', 'several', 'mr', 'multiple response', 'multiple answers', 'multiple answer'].includes(word)
  ) {
    return 'multiple'
  }
  return {
    code: 'csv/type-unknown',
    message: `“${cell}” is not a type of question that an exam holds.`,
    remedy:
      'Write single or multiple, or leave the cell empty: then it follows from the number of correct choices.',
  }
}

function yesOrNo(cell: string): boolean | undefined {
  const word = cell.toLowerCase()
  if (['', 'no', 'n', 'false', '0'].includes(word)) return false
  return ['yes', 'y', 'true', '1', 'x'].includes(word) ? true : undefined
}

function shareFrom(text: string): number | undefined {
  const number = Number(text.replace(/\s*%$/, '').replace(',', '.'))
  return Number.isFinite(number) && Math.abs(number) <= 100 ? number : undefined
}
