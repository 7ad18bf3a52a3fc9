import { eachQuestion, type LintRule } from '../rule.ts'
import { haladyna } from '../sources.ts'
import { isQuantity, trimmed } from '../text.ts'

/** A choice that stands out by its length, in characters: twice as long as is usual beside it, or a quarter of it. */
export const choiceLength: LintRule = {
  code: 'lint/choice-length',
  level: 'warning',
  title: 'Choices are about equally long',
  source: haladyna('24: keep the length of choices about equal'),
  check: eachQuestion(({ choices }) => {
    const lengths = choices.map(({ text }) => trimmed(text).length)
    if (choices.length < 2 || lengths.includes(0)) return []
    if (choices.every(({ text }) => isQuantity(trimmed(text)))) return []
    return choices.flatMap((choice, index) => {
      const own = lengths[index] ?? 0
      const usual = median(lengths.filter((_, other) => other !== index))
      const long = own > 2 * usual && own - usual >= 30
      // With two choices the longer one is named; the shorter one would say the same again.
      const short = choices.length > 2 && own * 4 < usual && usual - own >= 40
      if (!long && !short) return []
      return [
        {
          choice: choice.key,
          field: 'text' as const,
          message: `With ${own} characters, this choice is much ${long ? 'longer' : 'shorter'} than the others (about ${Math.round(usual)}): it stands out before it is read.`,
          remedy: long
            ? 'Shorten it, move what the choices share into the question, or give the others as much detail.'
            : 'Give it as much detail as the others have, or shorten those.',
        },
      ]
    })
  }),
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
