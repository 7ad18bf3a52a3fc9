import { statedNumber } from './lint/stated-number.ts'
import { numberWord } from './lint/text.ts'

/** What these words depend on: the question's kind, and its stem, which may state a number (“Select two.”). */
type Asked = { readonly kind: 'single' | 'multiple'; readonly stem: string }

/** How a question wants to be answered, in a few words and without a full stop: “Choose two answers”. */
export function howToAnswer(question: Asked): string {
  return question.kind === 'multiple'
    ? (several(question.stem) ?? 'Choose all that apply')
    : 'Choose one answer'
}

/** What is said at a question that was left out, without a full stop: “Choose two answers”. */
export function whatIsMissing(question: Asked): string {
  return question.kind === 'multiple'
    ? (several(question.stem) ?? 'Choose at least one answer')
    : 'Choose one answer'
}

function several(stem: string): string | undefined {
  const stated = statedNumber(stem)
  return stated === undefined || stated < 2 ? undefined : `Choose ${numberWord(stated)} answers`
}
