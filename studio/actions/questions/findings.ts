import { type LintedExam, type LintFinding, lintExam } from '../../../core/index.ts'
import type { Question } from '../../../core/questions/index.ts'

/**
 * What the lints say about questions before they are imported, as they would stand in the exam.
 *
 * @param exam - the exam that they join; without questions when they replace what is there
 * @param questions - the questions of the file
 * @returns for each question its findings; those about a whole exam are left for later, when the choice is made
 */
export function findingsOf(exam: LintedExam, questions: readonly Question[]): LintFinding[][] {
  const keyOf = (index: number) => `import ${index}`
  const joined = [
    ...exam.questions,
    ...questions.map((question, index) => ({
      key: keyOf(index),
      stem: question.stem,
      kind: question.type,
      fixedOrder: question.fixedOrder,
      choices: question.choices.map((choice, place) => ({
        key: `${place}`,
        text: choice.text,
        correct: choice.correct,
        rationale: choice.feedback ?? question.feedback,
      })),
    })),
  ]
  const byKey = Map.groupBy(lintExam({ questions: joined }), ({ question }) => question)
  return questions.map((_, index) => byKey.get(keyOf(index)) ?? [])
}
