import { createReadStream, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type QuestionFormat, questionFormatOf, questionFormats } from '../../core/questions/index.ts'
import { UsageError } from './usage.ts'

/** A file of questions, or what comes in at standard input. */
export type QuestionFile = {
  /** How problems name it. */
  readonly name: string
  readonly format: QuestionFormat
  /** Its bytes, from the beginning; for a file as often as it is asked for. */
  stream(): AsyncIterable<Uint8Array>
}

/**
 * Opens a file of questions.
 *
 * @param path - `-` or nothing for standard input
 * @param format - guessed from name and beginning when it is not given
 * @throws UsageError QUESTIONS_FILE_UNREADABLE, QUESTIONS_NO_FILE, QUESTIONS_FORMAT_UNKNOWN
 */
export async function openQuestionFile(
  path: string | undefined,
  format?: QuestionFormat,
): Promise<QuestionFile> {
  return path === undefined || path === '-' ? await openInput(format) : await openPath(path, format)
}

async function openPath(path: string, format: QuestionFormat | undefined): Promise<QuestionFile> {
  let beginning: Uint8Array
  try {
    if (statSync(path).isDirectory()) throw new Error('it is a folder')
    const file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16_384), 0, 16_384, 0)
    await file.close()
    beginning = buffer.subarray(0, bytesRead)
  } catch (error) {
    throw new UsageError(
      'QUESTIONS_FILE_UNREADABLE',
      `${path} cannot be read (${error instanceof Error ? error.message : error}).`,
      'Check the path.',
    )
  }
  return {
    name: path,
    format: format ?? guess(path, beginning),
    stream: () => createReadStream(path),
  }
}

async function openInput(format: QuestionFormat | undefined): Promise<QuestionFile> {
  if (process.stdin.isTTY) {
    throw new UsageError(
      'QUESTIONS_NO_FILE',
      'No file was named, and nothing is piped in.',
      'Name a file, or pipe one into the command.',
    )
  }
  const iterator: AsyncIterator<Uint8Array> = process.stdin[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let length = 0
  while (format === undefined && length < 16_384) {
    const next = await iterator.next()
    if (next.done === true) break
    held.push(next.value)
    length += next.value.length
  }
  return {
    name: 'standard input',
    format: format ?? guess('', Buffer.concat(held)),
    async *stream() {
      yield* held
      held.length = 0
      yield* { [Symbol.asyncIterator]: () => iterator }
    },
  }
}

function guess(path: string, beginning: Uint8Array): QuestionFormat {
  const format = questionFormatOf(basename(path), beginning)
  if (format !== undefined) return format
  throw new UsageError(
    'QUESTIONS_FORMAT_UNKNOWN',
    `The format of ${path || 'the input'} cannot be made out.`,
    `Say which it is: --from ${questionFormats.map((each) => each.format).join('|')}.`,
  )
}
