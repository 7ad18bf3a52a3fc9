import { sentences } from './sentences.ts'

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const NUMBER = '(one|two|three|four|five|six|seven|eight|nine|ten|[1-9]|10)'
/** What may not follow: “two or three”, “2–3”, “2.5”, “two-week”, “1/2”. */
const WHOLE = String.raw`\b(?!\s?[-–/.,]\w|\s+(?:or|to)\s+(?:more|fewer|less|${NUMBER})\b)`
/** Nor a unit: “2 mm”, “two weeks”. */
const NO_UNIT = String.raw`(?!\s*(?:%|°|(?:mm|cm|m|mg|ml|g|l|µ\w*|μ\w*|d|ds|dioptres?|hours?|days?|weeks?|months?|years?|minutes?|seconds?|times)\b))`
const ANSWERS = '(?:answers?|options?|choices?|responses?|statements?|boxes)'

/** “Select two.”, “Choose the TWO most likely …”, “(Tick exactly 3 boxes)”: an order, so it stands where a sentence or a clause begins. */
const ORDER = new RegExp(
  String.raw`(?:^|[.?!:;,(\[–—]\s*|\bplease\s+)(?:select|choose|pick|tick|mark|check|name|identify|give|indicate|list)\s+(?:the\s+|your\s+)?(?:best\s+|exactly\s+|only\s+|just\s+|any\s+|correct\s+|most\s+appropriate\s+)?(?:the\s+)?${NUMBER}${WHOLE}${NO_UNIT}`,
  'i',
)
/** “Which two steps …”, “What THREE signs …”; a figure only before a plural or “of”, because “which 20 D lens” is a lens. */
const QUESTION = new RegExp(
  String.raw`\b(?:which|what)\s+(?:(one|two|three|four|five|six|seven|eight|nine|ten)${WHOLE}|([2-9])${WHOLE}${NO_UNIT}(?=\s+(?:of\b|[a-z]+s\b)))`,
  'i',
)
/** “Two answers are correct.”, “There are two correct answers.” */
const STATEMENT = new RegExp(
  String.raw`\b${NUMBER}\s+(?:(?:${ANSWERS}\s+|of\s+(?:these|them|the\s+following)\s+(?:${ANSWERS}\s+)?)(?:are|is)\s+(?:correct|right|true)|(?:correct|right|true)\s+${ANSWERS})\b`,
  'i',
)

/**
 * How many choices a stem says are to be chosen.
 *
 * @param stem - the question's text
 * @returns the number, from 1 to 10; `undefined` when the stem states none or leaves it open (“all that apply”, “two or
 *   three”, “at least two”)
 */
export function statedNumber(stem: string | undefined): number | undefined {
  const all = sentences(stem ?? '')
  for (const pattern of [ORDER, STATEMENT, QUESTION]) {
    const found = all.map((sentence) => pattern.exec(sentence)).find((match) => match !== null)
    const word = found?.slice(1).find((group) => group !== undefined)
    if (word !== undefined) return NUMBERS[word.toLowerCase()] ?? Number(word)
  }
  return undefined
}
