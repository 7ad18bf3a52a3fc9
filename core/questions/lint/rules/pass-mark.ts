import type { LintRule } from '../rule.ts'
import { house } from '../sources.ts'
import { numberWord } from '../text.ts'

/** A pass mark is a share that can be reached and must be earned. */
export const passMark: LintRule = {
  code: 'lint/pass-mark',
  level: 'error',
  title: 'The pass mark can be met',
  source: house('an exam is passed when the share of right answers reaches the pass mark'),
  check: ({ passMark }) => {
    if (passMark === undefined || (passMark >= 1 && passMark <= 100)) return []
    return [
      {
        field: 'passMark',
        message:
          passMark > 100
            ? `The pass mark of ${passMark} % cannot be met: nobody can be right in more than all questions.`
            : 'The pass mark is not a share of the questions.',
        remedy: 'Write a percentage from 1 to 100.',
      },
    ]
  },
}

/** A pass mark that quietly means “all of them”, because the number of questions is small. */
export const passMarkAllowsNoMistake: LintRule = {
  code: 'lint/pass-mark-allows-no-mistake',
  level: 'warning',
  title: 'A pass mark below 100 % allows a mistake',
  source: house('the pass mark is not rounded: 60 % of six questions is four'),
  check: ({ passMark, questions }) => {
    const count = questions.length
    // 100 % says itself that all must be right. Of one or two questions little can be said; more will follow.
    if (passMark === undefined || !(passMark >= 1 && passMark < 100) || count < 3) return []
    if ((count - 1) * 100 >= passMark * count) return []
    const best = Math.floor(((count - 1) * 100) / count)
    return [
      {
        field: 'passMark',
        message: `With ${numberWord(count)} questions, ${passMark} % means all of them: one mistake and the member fails.`,
        remedy: `Lower the pass mark to ${best} % or less, add questions, or write 100 % if that is meant.`,
      },
    ]
  },
}
