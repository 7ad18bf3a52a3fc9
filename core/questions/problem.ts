/** The formats in which questions come and go. */
export type QuestionFormat = 'gift' | 'aiken' | 'moodle-xml' | 'qti' | 'csv' | 'json'

/** One class of trouble with a file of questions, named for ever. */
export type QuestionProblemCode = (typeof questionProblemCodes)[number]

/** Every code that reading and writing questions reports. A code is never renamed or reused. */
export const questionProblemCodes = [
  'file/empty',
  'file/encoding-unknown',
  'file/not-this-format',
  'file/too-large',
  'text/not-utf-8',
  'question/too-large',
  'question/no-stem',
  'question/too-few-choices',
  'question/empty-choice',
  'question/no-correct-choice',
  'question/several-correct-choices',
  'question/type-not-held',
  'left-out/formatting',
  'left-out/media',
  'left-out/images',
  'left-out/identifier',
  'left-out/hints',
  'left-out/conditional-feedback',
  'left-out/mark',
  'left-out/title',
  'left-out/tags',
  'left-out/choice-feedback',
  'left-out/feedback',
  'left-out/shares',
  'left-out/fixed-order',
  'left-out/line-breaks',
  'left-out/test-structure',
  'left-out/rubric',
  'changed/fixed-choice',
  'image/not-found',
  'image/unreadable',
  'gift/brace-not-closed',
  'gift/brace-not-opened',
  'gift/brace-not-escaped',
  'gift/second-answer-block',
  'gift/text-before-choices',
  'gift/weight-out-of-range',
  'gift/weight-after-equals',
  'aiken/not-started',
  'aiken/not-complete',
  'aiken/answer-unreadable',
  'aiken/answer-not-a-choice',
  'aiken/answer-in-small-letters',
  'aiken/letters-out-of-order',
  'aiken/cannot-be-written',
  'xml/not-well-formed',
  'xml/entities-refused',
  'xml/too-deep',
  'moodle-xml/not-a-quiz',
  'moodle-xml/fraction-unreadable',
  'qti/not-an-item',
  'qti/interaction-not-held',
  'qti/no-key',
  'qti/template',
  'qti/adaptive',
  'qti/stimulus-not-found',
  'qti/broken-reference',
  'qti/path-refused',
  'qti/no-manifest',
  'qti/too-many-files',
  'zip/unreadable',
  'zip/encrypted',
  'zip/too-large',
  'csv/no-header',
  'csv/column-missing',
  'csv/column-unknown',
  'csv/column-twice',
  'csv/quote-not-closed',
  'csv/row-unreadable',
  'csv/too-many-cells',
  'csv/type-unknown',
  'csv/correct-missing',
  'csv/correct-unknown',
  'csv/correct-ambiguous',
  'csv/fixed-order-unknown',
  'csv/share-unreadable',
  'csv/gap-in-choices',
  'csv/too-many-choices',
  'json/syntax',
  'json/not-a-list',
  'json/invalid',
] as const

/** Something about a file of questions that a person should know. */
export type QuestionProblem = {
  /** Permanent name of this class of problem. */
  readonly code: QuestionProblemCode
  /** `error`: something was not converted. `note`: converted, but something was left out or changed. */
  readonly severity: 'error' | 'note'
  /**
   * Where it is, from 1. Columns count UTF-16 code units. Inside a package they are those of the file that `excerpt` or
   * `message` names; of a problem of writing, `line` is the question's place in the row, from 1.
   */
  readonly line: number
  readonly column: number
  /** The offending text, cut to a line. */
  readonly excerpt: string
  /** What happened and why. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
  readonly format: QuestionFormat
}

/** A place in a source with the text that stands there. */
export type Place = { readonly line: number; readonly column: number; readonly excerpt: string }

/** What is to be said, without saying where. */
export type Remark = {
  readonly code: QuestionProblemCode
  readonly message: string
  readonly remedy: string
}

/** Puts a remark to a place as an error. */
export function errorAt(format: QuestionFormat, place: Place, remark: Remark): QuestionProblem {
  return problemAt(format, place, remark, 'error')
}

/** Puts a remark to a place as a note. */
export function noteAt(format: QuestionFormat, place: Place, remark: Remark): QuestionProblem {
  return problemAt(format, place, remark, 'note')
}

function problemAt(
  format: QuestionFormat,
  { line, column, excerpt }: Place,
  { code, message, remedy }: Remark,
  severity: QuestionProblem['severity'],
): QuestionProblem {
  return { code, severity, line, column, excerpt: cut(excerpt), message, remedy, format }
}

const excerptLength = 80

/** Text as one line of at most 80 characters. */
export function cut(text: string): string {
  const line = text
    .slice(0, excerptLength * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= excerptLength ? line : `${line.slice(0, excerptLength - 1).toWellFormed()}…`
}
