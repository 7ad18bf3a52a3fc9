import {
  type Question,
  type QuestionFormat,
  type QuestionProblem,
  readQuestions,
} from '../../../core/questions/index.ts'

/** A question with the place in its file where it begins, from 1. */
export type FoundQuestion = { readonly question: Question; readonly line: number }

/** What a file holds. */
export type Contents = {
  readonly questions: readonly FoundQuestion[]
  readonly problems: readonly QuestionProblem[]
  /** Whether there are more questions than one exam should take. */
  readonly more: boolean
}

/** An exam has a handful of questions; somebody who chose a whole question bank is told so instead of made to wait. */
export const MOST_QUESTIONS = 500

/**
 * Reads the questions of a file for a preview.
 *
 * @param format - the file's format
 * @param source - its text or bytes
 * @param signal - ends reading early; what was read so far is returned
 */
export async function readSource(
  format: QuestionFormat,
  source: string | Uint8Array,
  signal: AbortSignal,
): Promise<Contents> {
  const questions: FoundQuestion[] = []
  const problems: QuestionProblem[] = []
  for await (const read of readQuestions(format, source)) {
    if (signal.aborted) break
    if (read.kind === 'problem') problems.push(read.problem)
    else if (questions.length === MOST_QUESTIONS) return { questions, problems, more: true }
    else questions.push({ question: read.question, line: read.line })
  }
  return { questions, problems, more: false }
}
