import type { LintedExam, LintedQuestion, LintFinding } from '../finding.ts'
import { lintExam } from '../lint-exam.ts'

/** A question from its stem and its choices; a star marks a correct one. */
export function ask(
  stem: string,
  choices: readonly string[],
  changes: Partial<LintedQuestion> = {},
): LintedQuestion {
  return {
    key: 'q',
    stem,
    kind: choices.filter((text) => text.startsWith('*')).length > 1 ? 'multiple' : 'single',
    fixedOrder: false,
    choices: choices.map((text, index) => ({
      key: `c${index}`,
      text: text.replace(/^\*/, ''),
      correct: text.startsWith('*'),
      rationale: 'Because it is so.',
    })),
    ...changes,
  }
}

/** An exam of these questions, each with a key of its own. */
export function examOf(questions: readonly LintedQuestion[], passMark = 60): LintedExam {
  return { questions: questions.map((question, index) => ({ ...question, key: `q${index}` })), passMark }
}

/** What is found in one question, as `level code`. */
export function found(question: LintedQuestion): string[] {
  return lintExam(examOf([question])).map(({ level, code }) => `${level} ${code}`)
}

/** The findings of one question. */
export function findings(question: LintedQuestion): LintFinding[] {
  return lintExam(examOf([question]))
}
