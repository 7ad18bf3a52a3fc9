import { eachQuestion, type LintRule } from '../rule.ts'
import { haladyna } from '../sources.ts'
import { trimmed } from '../text.ts'

/** An absolute word in some choices: a clever reader strikes them out without knowing the subject. */
export const absoluteWords: LintRule = {
  code: 'lint/absolute-words',
  level: 'warning',
  title: 'Choices avoid absolute words',
  source: haladyna('28a: no clues by specific determiners such as always and never'),
  check: eachQuestion(({ choices }) => {
    const found = choices.map((choice) => ({ choice, word: absoluteWord(trimmed(choice.text)) }))
    // What all choices have in common distinguishes none of them.
    if (found.every(({ word }) => word !== undefined)) return []
    return found.flatMap(({ choice, word }) =>
      word === undefined
        ? []
        : [
            {
              choice: choice.key,
              field: 'text' as const,
              message: `“${word}” leaves no exception, and hardly anything in practice is so: members strike the choice out unread.`,
              remedy: 'Say it as it would be said in practice, or use such words in every choice.',
            },
          ],
    )
  }),
}

/** The word, unless it is softened (“almost always”), tells a history (“has never smoked”) or is a scale's own step (“Never”). */
function absoluteWord(text: string): string | undefined {
  if (/^\W*\w+\W*$/.test(text)) return undefined
  return ABSOLUTE.exec(text)?.[0]
}

const GROUP =
  '(?:patients?|people|persons?|cases?|children|child|adults?|wearers?|eyes?|circumstances?|times?|drugs?|lenses)'
const ABSOLUTE = new RegExp(
  [
    String.raw`(?<!\b(?:almost|nearly|not|practically|virtually|has|have|had|having|ever|hardly)\s)\b(?:always|never)\b(?!-)`,
    String.raw`(?<!\b(?:almost|nearly|practically|virtually|not)\s)\b(?:invariably|absolutely|without exception|under (?:no|any) circumstances?|guarantee[sd]?|impossible)\b`,
    String.raw`(?<!\b(?:almost|nearly|not)\s)\b(?:in\s+(?:all|every|no|any)\s+(?:cases?|circumstances?|patients?|eyes?))\b`,
    String.raw`^(?:all|every|no)\s+${GROUP}\b`,
    String.raw`\b(?:completely|totally|entirely|100\s?%)\s+(?:safe|harmless|effective|accurate|reliable|reversible|specific|sensitive|risk-free|preventable)\b`,
  ].join('|'),
  'i',
)
