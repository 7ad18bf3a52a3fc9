import type { LintedChoice, LintedExam, LintedQuestion, LintFinding, LintLevel } from './finding.ts'
import type { LintSource } from './sources.ts'

/** What a rule reports; the registry adds the code, and the level unless this case weighs differently. */
export type Reported = Omit<LintFinding, 'code' | 'level'> & { readonly level?: LintLevel }

/** A rule on questions. Codes are permanent: none is ever renamed or given another meaning. */
export type LintRule = {
  readonly code: `lint/${string}`
  readonly level: LintLevel
  /** What the rule asks for, in a few words. */
  readonly title: string
  readonly source: LintSource
  readonly check: (exam: LintedExam) => Iterable<Reported>
}

/** A rule that looks at one question at a time. */
export function eachQuestion(
  check: (question: LintedQuestion) => Iterable<Omit<Reported, 'question'>>,
): LintRule['check'] {
  return (exam) =>
    exam.questions.flatMap((question) =>
      Array.from(check(question), (reported) => ({ ...reported, question: question.key })),
    )
}

/** A rule that looks at one choice at a time, knowing its question. */
export function eachChoice(
  check: (
    choice: LintedChoice,
    question: LintedQuestion,
    index: number,
  ) => Omit<Reported, 'question' | 'choice'> | undefined,
): LintRule['check'] {
  return eachQuestion((question) =>
    question.choices.flatMap((choice, index) => {
      const reported = check(choice, question, index)
      return reported === undefined ? [] : [{ ...reported, choice: choice.key }]
    }),
  )
}
