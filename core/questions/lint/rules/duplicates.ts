import { eachQuestion, type LintRule } from '../rule.ts'
import { haladyna, house } from '../sources.ts'
import { repeatedTexts } from '../text.ts'

/** Two choices of one question that a reader cannot tell apart. */
export const duplicateChoice: LintRule = {
  code: 'lint/duplicate-choice',
  level: 'error',
  title: 'Choices differ from each other',
  source: haladyna('22: choices are independent and do not overlap'),
  check: eachQuestion(({ choices }) =>
    repeatedTexts(choices, (choice) => choice.text).map((twin) => ({
      choice: twin.key,
      field: 'text' as const,
      message: 'Another choice of this question has the same text.',
      remedy: 'Reword one of them, or remove it.',
    })),
  ),
}

/** A question that reads like an earlier one, which is nearly always a copy that was not rewritten. */
export const duplicateStem: LintRule = {
  code: 'lint/duplicate-stem',
  level: 'warning',
  title: 'Questions differ from each other',
  source: house('each question counts once'),
  check: (exam) =>
    repeatedTexts(exam.questions, (question) => question.stem).map((twin) => ({
      question: twin.key,
      field: 'stem' as const,
      message: 'An earlier question has the same text.',
      remedy: 'Rewrite this one, or remove it.',
    })),
}
