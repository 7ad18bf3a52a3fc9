import { errorAt, type QuestionFormat } from './problem.ts'
import type { Read } from './settle.ts'
import { type QuestionSource, textOf, UnknownEncoding } from './source.ts'

/** A reader that is handed text piece by piece. */
export interface PushReader {
  /** Whether the rest of the source is of no more interest. */
  readonly done: boolean
  /** How many characters wait for their question's end. */
  readonly held: number
  push(piece: string): Iterable<Read>
  end(): Iterable<Read>
}

// No honest question comes near it, images included; a file that never ends a question must not fill the memory.
const mostHeld = 64 * 1024 * 1024

/** Runs a source through a reader. Never throws because of what the source holds. */
export async function* runReader(
  format: QuestionFormat,
  source: QuestionSource,
  reader: PushReader,
): AsyncGenerator<Read> {
  let something = false
  try {
    for await (const piece of textOf(source)) {
      something ||= /\S/.test(piece)
      yield* reader.push(piece)
      if (reader.done) return
      if (reader.held > mostHeld) {
        yield fileProblem(format, {
          code: 'question/too-large',
          message: 'More than 64 million characters came without the end of a question.',
          remedy: 'Check that the file has this format; split it if it does.',
        })
        return
      }
    }
    if (!something) {
      yield fileProblem(format, {
        code: 'file/empty',
        message: 'The file is empty.',
        remedy: 'Choose a file that holds questions.',
      })
      return
    }
    yield* reader.end()
  } catch (error) {
    if (!(error instanceof UnknownEncoding)) throw error
    yield fileProblem(format, {
      code: 'file/encoding-unknown',
      message: error.message,
      remedy: 'Save the file as UTF-8 and read it again.',
    })
  }
}

function fileProblem(format: QuestionFormat, remark: Parameters<typeof errorAt>[2]): Read {
  return { kind: 'problem', problem: errorAt(format, { line: 1, column: 1, excerpt: '' }, remark) }
}
