import { aikenFault, aikenOf, losesLines } from './aiken/write.ts'
import { csvHeader, csvRow } from './csv/write.ts'
import { giftOf, isTrueFalse } from './gift/write.ts'
import { moodleXmlFoot, moodleXmlHead, moodleXmlOf } from './moodle-xml/write.ts'
import { errorAt, noteAt, type QuestionFormat, type QuestionProblem, type Remark } from './problem.ts'
import { QtiPackage } from './qti/package.ts'
import type { Question } from './question.ts'
import { tidy } from './settle.ts'

/** A question that a format cannot hold, when nobody listens for it. */
export class QuestionNotWritable extends Error {
  readonly code: QuestionProblem['code']
  readonly remedy: string
  readonly problem: QuestionProblem

  constructor(problem: QuestionProblem) {
    super(problem.message)
    this.name = 'QuestionNotWritable'
    this.code = problem.code
    this.remedy = problem.remedy
    this.problem = problem
  }
}

/** How writing goes on. */
export type WriteOptions = {
  /**
   * Told what a format cannot hold of a question, with the question's place in the row from 1. An `error` means that the
   * question was not written.
   */
  readonly onProblem?: (problem: QuestionProblem, ordinal: number) => void
}

/**
 * Writes questions, a piece at a time.
 *
 * @throws QuestionNotWritable (from the iteration) for a question that the format cannot hold, unless `onProblem` is given
 */
export async function* writeQuestions(
  format: QuestionFormat,
  questions: Iterable<Question> | AsyncIterable<Question>,
  { onProblem }: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const writer = await writerOf(format, questions)
  let ordinal = 0
  const head = writer.head()
  if (head !== '') yield encoder.encode(head)
  let waiting: string[] = []
  let length = 0
  const report = (severity: QuestionProblem['severity'], remark: Remark, question: Question) => {
    const place = { line: ordinal, column: 1, excerpt: question.stem }
    const problem = severity === 'error' ? errorAt(format, place, remark) : noteAt(format, place, remark)
    if (onProblem !== undefined) onProblem(problem, ordinal)
    else if (severity === 'error') throw new QuestionNotWritable(problem)
  }
  for await (const given of writer.questions) {
    ordinal += 1
    const question = tidy(given)
    const fault = faultOf(format, question) ?? writer.fault?.(question)
    if (fault !== undefined) {
      report('error', fault, question)
      continue
    }
    for (const remark of lossesOf(format, question)) report('note', remark, question)
    const text = writer.write(question)
    waiting.push(text)
    length += text.length
    if (length > 65_536) {
      yield encoder.encode(waiting.join(''))
      waiting = []
      length = 0
    }
    yield* writer.bytes?.() ?? []
  }
  const rest = waiting.join('') + writer.foot()
  if (rest !== '') yield encoder.encode(rest)
  yield* writer.bytes?.() ?? []
}

type Writer = {
  readonly questions: Iterable<Question> | AsyncIterable<Question>
  head(): string
  write(question: Question): string
  foot(): string
  /** Why this writer cannot take a question, if it cannot. */
  fault?(question: Question): Remark | undefined
  /** What is ready beside the text. */
  bytes?(): Iterable<Uint8Array>
}

async function writerOf(
  format: QuestionFormat,
  questions: Iterable<Question> | AsyncIterable<Question>,
): Promise<Writer> {
  const nothing = () => ''
  switch (format) {
    case 'gift':
      return { questions, head: nothing, write: giftOf, foot: nothing }
    case 'aiken':
      return { questions, head: nothing, write: aikenOf, foot: nothing }
    case 'moodle-xml':
      return { questions, head: () => moodleXmlHead, write: moodleXmlOf, foot: () => moodleXmlFoot }
    case 'json':
      return jsonWriter(questions)
    case 'csv':
      return await csvWriter(questions)
    case 'qti':
      return qtiWriter(questions)
  }
}

function jsonWriter(questions: Writer['questions']): Writer {
  let before = '[\n'
  return {
    questions,
    head: () => '',
    write(question) {
      const text = `${before}${JSON.stringify(question, undefined, 2).replace(/^/gm, '  ')}`
      before = ',\n'
      return text
    },
    foot: () => (before === '[\n' ? '[]\n' : '\n]\n'),
  }
}

// A table names its columns before its first row; so many questions are looked at to find out how many it needs.
const lookedAhead = 1000
const fewestChoices = 5

async function csvWriter(questions: Writer['questions']): Promise<Writer> {
  const iterator =
    Symbol.asyncIterator in questions ? questions[Symbol.asyncIterator]() : questions[Symbol.iterator]()
  const ahead: Question[] = []
  let ended = false
  while (!ended && ahead.length < lookedAhead) {
    const next = await iterator.next()
    if (next.done === true) ended = true
    else ahead.push(next.value)
  }
  const longest = Math.max(fewestChoices, ...ahead.map((question) => question.choices.length))
  const width = ended ? longest : Math.max(10, longest)
  const shares =
    !ended || ahead.some((question) => tidy(question).choices.some((choice) => choice.fraction !== undefined))
  async function* all() {
    yield* ahead
    ahead.length = 0
    for (
      let next = ended ? undefined : await iterator.next();
      next?.done === false;
      next = await iterator.next()
    ) {
      yield next.value
    }
  }
  return {
    questions: all(),
    head: () => csvHeader(width, shares),
    write: (question) => csvRow(question, width, shares),
    foot: () => '',
    fault: (question) =>
      question.choices.length <= width
        ? undefined
        : {
            code: 'csv/too-many-choices',
            message: `The question has ${question.choices.length} choices, and the table has columns for ${width}.`,
            remedy: 'Write the question with the most choices among the first 1,000.',
          },
  }
}

function qtiWriter(questions: Writer['questions']): Writer {
  const archive = new QtiPackage()
  return {
    questions,
    head: () => '',
    write(question) {
      archive.add(question)
      return ''
    },
    foot() {
      archive.end()
      return ''
    },
    fault: () =>
      archive.full
        ? {
            code: 'qti/too-many-files',
            message: 'A package holds at most 65,000 files, and this one is full.',
            remedy: 'Write the questions into several packages.',
          }
        : undefined,
    bytes: () => archive.take(),
  }
}

function faultOf(format: QuestionFormat, question: Question): Remark | undefined {
  const why = format === 'aiken' ? aikenFault(question) : undefined
  if (why === undefined) return undefined
  return {
    code: 'aiken/cannot-be-written',
    message: `Aiken cannot hold this question: ${why}.`,
    remedy: 'Write it in another format, such as GIFT or Moodle XML.',
  }
}

/** What a format leaves out of a question that it holds. */
export function lossesOf(format: QuestionFormat, question: Question): Remark[] {
  const name = names[format]
  const lost = (code: Remark['code'], what: string): Remark => ({
    code,
    message: `${name} has no place for ${what}, so ${what === 'line breaks' ? 'they were' : 'it was'} left out.`,
    remedy: 'Choose Moodle XML, QTI or JSON to keep everything.',
  })
  const { title, feedback, tags, image, fixedOrder, choices } = question
  const aiken = format === 'aiken'
  return [
    aiken && title !== undefined && lost('left-out/title', 'the title'),
    aiken && feedback !== undefined && lost('left-out/feedback', 'feedback on the question'),
    aiken &&
      choices.some((each) => each.feedback !== undefined) &&
      lost('left-out/choice-feedback', 'feedback on choices'),
    aiken && tags !== undefined && lost('left-out/tags', 'tags'),
    aiken && choices.some((each) => each.fraction !== undefined) && lost('left-out/shares', 'partial marks'),
    aiken && losesLines(question) && lost('left-out/line-breaks', 'line breaks'),
    ['aiken', 'gift', 'csv'].includes(format) && image !== undefined && lost('left-out/images', 'the image'),
    (aiken || (format === 'gift' && !isTrueFalse(question))) &&
      fixedOrder === true &&
      lost('left-out/fixed-order', 'the fixed order of the choices'),
  ].filter((remark) => remark !== false)
}

const names: Record<QuestionFormat, string> = {
  gift: 'GIFT',
  aiken: 'Aiken',
  'moodle-xml': 'Moodle XML',
  qti: 'QTI',
  csv: 'CSV',
  json: 'JSON',
}
