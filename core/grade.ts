import type { ExamVersion } from './exam-version.ts'
import type { Submission } from './submission.ts'

/** The outcome of grading. `percent` is not rounded: 3 of 7 is 42.857…, and it is compared with the pass mark as it is. */
export type Grade = {
  readonly correct: number
  readonly outOf: number
  readonly percent: number
  readonly passed: boolean
  /** CET points earned: the exam's points when passed, else 0. */
  readonly points: number
}

/**
 * Grades answers by choice key, never by position. A question counts when exactly its correct choices were chosen;
 * there are no part marks.
 *
 * @param answers answers in which `checkAnswers` found no fault.
 */
export function grade(version: ExamVersion, answers: Submission['answers']): Grade {
  const chosen = new Map(answers.map((answer) => [answer.question, new Set(answer.choices)]))
  const correct = version.questions.filter((question) => {
    const given = chosen.get(question.key) ?? new Set<string>()
    return question.choices.every((choice) => choice.correct === given.has(choice.key))
  }).length
  const outOf = version.questions.length
  const passed = correct * 100 >= version.passMark * outOf
  return { correct, outOf, percent: (correct * 100) / outOf, passed, points: passed ? version.points : 0 }
}
