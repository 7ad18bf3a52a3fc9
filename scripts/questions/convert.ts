import {
  type Question,
  type QuestionFormat,
  readQuestions,
  writeQuestions,
} from '../../core/questions/index.ts'
import type { QuestionFile } from './file.ts'
import { refuseBinaryOnTerminal, writeOut } from './output.ts'
import { counted, Reporter } from './report.ts'

/** Converts a file of questions. @returns the command's exit code: 1 when anything was not converted */
export async function convert(
  file: QuestionFile,
  options: { readonly to: QuestionFormat; readonly out?: string; readonly allNotes: boolean },
): Promise<number> {
  refuseBinaryOnTerminal(options.to, options.out)
  const reporter = new Reporter(file.name, options.allNotes)
  const places: { readonly line: number; readonly column: number }[] = []
  async function* questions(): AsyncGenerator<Question> {
    for await (const read of readQuestions(file.format, file.stream())) {
      if (read.kind === 'problem') reporter.tell(read.problem)
      else {
        places.push({ line: read.line, column: read.column })
        reporter.progress(() => `${counted(places.length, 'question')} …`)
        yield read.question
      }
    }
  }
  let unwritten = 0
  const chunks = writeQuestions(options.to, questions(), {
    onProblem(problem, ordinal) {
      if (problem.severity === 'error') unwritten += 1
      reporter.tell(problem, places[ordinal - 1])
    },
  })
  await writeOut(chunks, options.out)
  reporter.end(
    `${counted(places.length - unwritten, 'question')} converted from ${file.format} to ${options.to};`,
  )
  return reporter.errors === 0 ? 0 : 1
}
