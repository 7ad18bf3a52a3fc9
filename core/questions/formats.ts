import { columnOf } from './csv/columns.ts'
import { delimiterOf } from './csv/rows.ts'
import type { QuestionFormat } from './problem.ts'
import { isZip } from './qti/zip.ts'

/** What people need to know of a format to choose it. */
export type QuestionFormatInfo = {
  readonly format: QuestionFormat
  readonly title: string
  /** Usual ending of a file's name, without its dot. */
  readonly extension: string
  readonly mediaType: string
  readonly carriesImages: boolean
}

/** The formats that can be read and written. */
export const questionFormats: readonly QuestionFormatInfo[] = [
  { format: 'gift', title: 'GIFT', extension: 'gift', mediaType: 'text/plain', carriesImages: false },
  { format: 'aiken', title: 'Aiken', extension: 'txt', mediaType: 'text/plain', carriesImages: false },
  {
    format: 'moodle-xml',
    title: 'Moodle XML',
    extension: 'xml',
    mediaType: 'application/xml',
    carriesImages: true,
  },
  {
    format: 'qti',
    title: 'QTI 3.0 package',
    extension: 'zip',
    mediaType: 'application/zip',
    carriesImages: true,
  },
  {
    format: 'csv',
    title: 'CSV (spreadsheet)',
    extension: 'csv',
    mediaType: 'text/csv',
    carriesImages: false,
  },
  { format: 'json', title: 'JSON', extension: 'json', mediaType: 'application/json', carriesImages: true },
]

/**
 * Guesses a file's format from its name and its beginning (a few thousand characters are enough).
 *
 * @returns undefined when it could be several formats, or none
 */
export function questionFormatOf(name: string, beginning: string | Uint8Array): QuestionFormat | undefined {
  if (typeof beginning !== 'string' && isZip(beginning)) return 'qti'
  const text = (typeof beginning === 'string' ? beginning : decode(beginning))
    .replace(/^\ufeff/, '')
    .slice(0, 16_384)
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  const start = text.trimStart()
  if (start.startsWith('<')) {
    if (/<quiz[\s>/]/.test(start)) return 'moodle-xml'
    return /<(?:\w+:)?(?:qti-assessment-item|assessmentItem)[\s>]/.test(start) ? 'qti' : undefined
  }
  if (ending === 'json' || /^\[\s*(?:\{|\]|$)/.test(start) || /^\{\s*"/.test(start)) return 'json'
  if (ending === 'csv' || ending === 'tsv') return 'csv'
  if (ending === 'gift' || ending === 'aiken') return ending
  const [header = ''] = start.split(/\r\n|\n|\r/).filter((line) => !/^sep=.$/i.test(line))
  const cells = header.split(delimiterOf(header)).map((cell) => cell.replace(/^"|"$/g, ''))
  if (cells.length >= 4 && cells.filter((cell) => columnOf(cell) !== undefined).length >= 3) return 'csv'
  if (/^ANSWER:/m.test(text) && /^\s*[A-Z][).]/m.test(text)) return 'aiken'
  if (/^\s*(?:::|\/\/|\$CATEGORY:)/m.test(text) || /\{[^{}]*[=~#TF][^{}]*\}/.test(text)) return 'gift'
  return ending === 'xml' ? undefined : ending === 'zip' ? 'qti' : undefined
}

function decode(bytes: Uint8Array): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(label).decode(bytes)
}
