import { chanceOfAtLeast, combinations, isStriking } from '../chance.ts'
import type { LintedQuestion } from '../finding.ts'
import type { LintRule } from '../rule.ts'
import { haladyna } from '../sources.ts'
import { isQuantity, trimmed } from '../text.ts'

/** The key nearly always in one place. Only questions with one correct choice have such a place. */
export const keyPosition: LintRule = {
  code: 'lint/key-position',
  level: 'warning',
  title: 'The correct choice is not always in the same place',
  source: haladyna('20: vary the location of the right answer'),
  check: ({ questions }) => {
    const singles = questions.filter(isAnswerableSingle)
    const places = singles.map(({ choices }) => choices.findIndex((choice) => choice.correct === true))
    const most = places.toSorted((a, b) => count(places, b) - count(places, a) || a - b)[0]
    if (most === undefined) return []
    const hits = count(places, most)
    // Any place would have struck the eye, so the chances of all of them add up.
    const longest = Math.max(...singles.map(({ choices }) => choices.length))
    const chance = Array.from({ length: longest }, (_, place) =>
      chanceOfAtLeast(
        singles.map(({ choices }) => (place < choices.length ? 1 / choices.length : 0)),
        hits,
      ),
    ).reduce((sum, each) => sum + each, 0)
    if (!isStriking(hits, singles.length, chance)) return []
    return [
      {
        field: 'questions',
        message: `The correct choice is the ${ORDINALS[most] ?? `${most + 1}th`} one in ${hits} of ${singles.length} questions: whoever notices needs no knowledge.`,
        remedy: 'Move the choices of some questions, so that the correct one is now here, now there.',
      },
    ]
  },
}

/** The key nearly always the longest choice, because it was written with the most care. */
export const keyLength: LintRule = {
  code: 'lint/key-length',
  level: 'warning',
  title: 'The correct choice is not always the longest',
  source: haladyna('24: keep the length of choices about equal'),
  check: ({ questions }) => {
    const comparable = questions.filter(hasComparableKey)
    const hits = comparable.filter(isKeyLongest).length
    const chance = chanceOfAtLeast(
      comparable.map(({ choices }) => 1 / combinations(choices.length, keys(choices).length)),
      hits,
    )
    if (!isStriking(hits, comparable.length, chance)) return []
    return [
      {
        field: 'questions',
        message: `In ${hits} of ${comparable.length} questions what is correct is longer than everything else: whoever notices needs no knowledge.`,
        remedy:
          'Shorten correct choices (details belong in the rationale), or give incorrect ones as much detail.',
      },
    ]
  },
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

function isAnswerableSingle(question: LintedQuestion): boolean {
  return question.kind !== 'multiple' && question.choices.length >= 2 && keys(question.choices).length === 1
}

/** Some choices are correct, some are not, all have a text, and their lengths mean something. */
function hasComparableKey({ choices }: LintedQuestion): boolean {
  const correct = keys(choices).length
  if (correct === 0 || correct === choices.length) return false
  if (choices.some(({ text }) => trimmed(text) === '')) return false
  return !choices.every(({ text }) => isQuantity(trimmed(text)))
}

/** Every correct choice is longer than every incorrect one. */
function isKeyLongest({ choices }: LintedQuestion): boolean {
  const lengths = (correct: boolean) =>
    choices.filter((choice) => (choice.correct === true) === correct).map(({ text }) => trimmed(text).length)
  return Math.min(...lengths(true)) > Math.max(...lengths(false))
}

function keys(choices: LintedQuestion['choices']): LintedQuestion['choices'] {
  return choices.filter((choice) => choice.correct === true)
}

function count(values: readonly number[], value: number): number {
  return values.filter((each) => each === value).length
}
