import type { QuestionFormat, QuestionProblem } from '../problem.ts'
import type { Question } from '../question.ts'
import { readQuestions } from '../read.ts'
import type { Read } from '../settle.ts'
import type { QuestionSource } from '../source.ts'
import { writeQuestions } from '../write.ts'

/** Everything that reading yields. */
export async function readAll(
  format: QuestionFormat,
  source: QuestionSource,
): Promise<{ reads: Read[]; questions: Question[]; problems: QuestionProblem[] }> {
  const reads = await collect(readQuestions(format, source))
  return {
    reads,
    questions: reads.flatMap((read) => (read.kind === 'question' ? [read.question] : [])),
    problems: reads.flatMap((read) => (read.kind === 'problem' ? [read.problem] : [])),
  }
}

/** Everything that writing yields, as bytes. */
export async function writeAll(
  format: QuestionFormat,
  questions: Iterable<Question>,
): Promise<{ bytes: Uint8Array; problems: QuestionProblem[] }> {
  const problems: QuestionProblem[] = []
  const chunks = await collect(
    writeQuestions(format, questions, { onProblem: (problem) => problems.push(problem) }),
  )
  return { bytes: new Uint8Array(Buffer.concat(chunks)), problems }
}

/** A source in pieces, cut at the given places (fractions of its length). */
export async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = cuts.map((cut) => Math.floor(cut * bytes.length)).sort((a, b) => a - b)
  let from = 0
  for (const to of [...places, bytes.length]) {
    yield bytes.slice(from, to)
    from = to
  }
}

async function collect<Each>(all: AsyncIterable<Each>): Promise<Each[]> {
  const collected: Each[] = []
  for await (const each of all) collected.push(each)
  return collected
}
