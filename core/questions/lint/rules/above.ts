import type { LintedQuestion } from '../finding.ts'
import { eachChoice, type LintRule, type Reported } from '../rule.ts'
import { haladyna } from '../sources.ts'
import { trimmed } from '../text.ts'

/** Words that point at a place in the list; `above-named` and the like do not. */
const PLACE = String.raw`(?:above|below|following|preceding|previous)(?![-\w])`
const NOUN = '(?:answers?|options?|choices?|statements?|responses?|alternatives?)'
/** “of the above”, “the preceding answers”, “these”, “the other options”, “answers”: what `all` or `none` may refer to. */
const WHAT = String.raw`(?:of\s+)?(?:the\s+)?(?:${PLACE}(?:\s+${NOUN})?|(?:these|those|them|others)\b(?:\s+${NOUN})?|other\s+${NOUN}|${NOUN}(?:\s+${PLACE})?)`
const VERDICT = String.raw`(?:\s+(?:is|are)\s+(?:all\s+)?(?:correct|true|right|incorrect|false|wrong)|\s+(?:apply|applies))`
const END = String.raw`\s*[.;,:!)]*\s*`

function pattern(quantifier: string): RegExp {
  const whole = String.raw`^\(?${quantifier}\s+(?:${WHAT}${VERDICT}?|(?:are|is)\s+(?:correct|true|right|incorrect|false|wrong))${END}$`
  const within = String.raw`\b${quantifier}\s+of\s+the\s+${PLACE}(?:\s+${NOUN})?(?:${VERDICT})?(?=\s*(?:[.;,:!)]|$))`
  return new RegExp(`${whole}|${within}`, 'i')
}

const ALL = pattern('(?:all|every\\s?one)')
const NONE = pattern('(?:none|not\\s+any|no\\s?one)')
const POINTS = new RegExp(String.raw`\b${PLACE}`, 'i')

/** Whether a choice is a catch-all such as “All of the above” or “None of these answers”. */
export function isCatchAll(text: string): boolean {
  return ALL.test(text) || NONE.test(text)
}

export const allOfTheAbove: LintRule = {
  code: 'lint/all-of-the-above',
  level: 'warning',
  title: 'No choice stands for all the others',
  source: haladyna('26: avoid “all of the above”'),
  check: eachChoice((choice, question) =>
    ALL.test(trimmed(choice.text))
      ? weighed(
          trimmed(choice.text),
          question,
          'Whoever knows two right choices, or one wrong one, has the answer to “all of them”.',
          'Replace it by a choice of its own, or let members tick several correct choices.',
        )
      : undefined,
  ),
}

export const noneOfTheAbove: LintRule = {
  code: 'lint/none-of-the-above',
  level: 'warning',
  title: 'No choice denies all the others',
  source: haladyna('25: use “none of the above” with care'),
  check: eachChoice((choice, question) =>
    NONE.test(trimmed(choice.text))
      ? weighed(
          trimmed(choice.text),
          question,
          '“None of them” tests whether members can rule out, not whether they know what is right.',
          'Replace it by a plausible choice, or leave it out.',
        )
      : undefined,
  ),
}

/** “Above” loses its meaning when choices are shuffled: then the choice is broken, not merely weak. */
function weighed(
  text: string,
  question: LintedQuestion,
  why: string,
  remedy: string,
): Pick<Reported, 'field' | 'level' | 'message' | 'remedy'> {
  if (question.fixedOrder === true || !POINTS.test(text)) return { field: 'text', message: why, remedy }
  return {
    field: 'text',
    level: 'error',
    message: `“${text}” points at a place, but choices may be shuffled. ${why}`,
    remedy: `${remedy} To keep it, switch on “Keep the choices in this order”.`,
  }
}
