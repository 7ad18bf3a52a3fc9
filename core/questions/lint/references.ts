import type { LintedQuestion } from './finding.ts'
import { trimmed } from './text.ts'

const NOUN = '(?:options?|answers?|choices?|alternatives?|statements?)'
/** A letter of a choice: a capital, or any letter in brackets. A lower-case letter alone is the article “a”. */
const LETTER = String.raw`(?:\(([A-Ha-h])\)|([A-H])(?![\w+'’-]))`
const NUMBER = String.raw`(?:[1-9])(?![\w.,%°/-]*\w|\s*(?:%|°))`
const JOIN = String.raw`(?:\s*,\s*(?:and|or)?\s*|\s*(?:&|\+|\/)\s*|\s+(?:and|or|nor|plus)\s+)`

const NAMED = new RegExp(
  String.raw`\b(?:[Oo]ption|[Aa]nswer|[Cc]hoice|[Aa]lternative|[Ss]tatement|OPTION|ANSWER|CHOICE)[Ss]?\s+(?:${LETTER}|(${NUMBER}))`,
)
const LETTERS_ONLY = new RegExp(
  String.raw`^(?:(?:both|either|neither|all\s+of|only)\s+)?${LETTER}(?:${JOIN}${LETTER})*(?:\s+only)?(?:\s+(?:is|are)\s+(?:both\s+)?(?:correct|true|right|incorrect|false|wrong))?[.!]?$`,
  'i',
)
const PLACE = String.raw`(?:above|below|following|preceding|previous)(?![-\w])`
const ORDINAL = '(?:first|second|third|fourth|fifth|last|previous|preceding|next)'
const PLACED = [
  // “both of the above”, “neither of the following”
  new RegExp(
    String.raw`^(?:both|neither|either|any|some|two|three|one|more\s+than\s+one|at\s+least\s+two|all|none)(?:\s+or\s+\w+)?\s+of\s+the\s+${PLACE}(?:\s+${NOUN})?[^\p{L}]*$`,
    'iu',
  ),
  // “the above answers”, “the options below”; a pattern of its own, because “the above-named patient” is a patient
  new RegExp(String.raw`\bthe\s+${PLACE}\s+${NOUN}\b`, 'i'),
  new RegExp(String.raw`\bthe\s+${NOUN}\s+(?:above|below)(?![-\w])`, 'i'),
  /^(?:the\s+)?(?:same\s+)?as\s+(?:the\s+)?(?:one\s+)?(?:above|below)[.!]?$/i,
  // “the second option”, but not “laser is the first option”, nor “the first choice in pregnancy”
  new RegExp(
    String.raw`^(?:(?:both|neither|either|only|same\s+as|as\s+in|like)\s+)?(?:of\s+)?the\s+${ORDINAL}(?:\s+(?:and|or)\s+(?:the\s+)?${ORDINAL}|\s+(?:two|three))?\s+(?:options?|answers?|alternatives?|choices?)(?:\s+only|\s+(?:is|are)\s+(?:correct|true|right|wrong|false))?(?:[.!,;:]|$)`,
    'i',
  ),
]

/**
 * A reference to a choice by a noun and its letter or number: “option B”, “answers (a) and (c)”, “choice 2”.
 *
 * @param text - of a choice or rationale
 * @param question - the question: a letter beyond its choices, or a label that its stem has given, is no reference
 * @returns the words that refer
 */
export function namedReference(text: string, question: LintedQuestion): string | undefined {
  const found = NAMED.exec(text)
  if (found === null) return undefined
  const [words, bracketed, capital, number] = found
  const letter = (bracketed ?? capital)?.toUpperCase()
  const place = letter === undefined ? Number(number) : 'ABCDEFGH'.indexOf(letter) + 1
  if (place > question.choices.length) return undefined
  const stem = trimmed(question.stem)
  if (stem.toLowerCase().includes(words.toLowerCase())) return undefined
  if (letter !== undefined && givesLabel(stem, letter)) return undefined
  // Statements are numbered in the stem: “1. … 2. … Which statements are right?”
  if (number !== undefined && new RegExp(String.raw`(?:^|\s|\()${number}[).:]\s`).test(stem)) return undefined
  return words
}

/**
 * A choice that consists of letters: “A and C”, “Both (a) and (b)”, “B only”.
 *
 * @param text - of a choice
 * @param stem - of its question, which may have given the letters to something else, such as parts of a figure
 * @returns the letters, as capitals, at least two or with an “only”
 */
export function bareLetters(text: string, stem: string | undefined): string[] | undefined {
  if (!LETTERS_ONLY.test(text)) return undefined
  const letters = Array.from(text.matchAll(/(?<!\w)[A-H](?!\w)/gi), ([letter]) => letter.toUpperCase())
  if (letters.length === 0) return undefined
  if (letters.length === 1 && !/\b(?:only|is|are)\b/i.test(text)) return undefined
  return letters.some((letter) => givesLabel(trimmed(stem), letter)) ? undefined : letters
}

/**
 * A reference to a place in the list: “both of the above”, “the second option”, “as above”.
 *
 * @returns the words that refer
 */
export function placeReference(text: string): string | undefined {
  for (const pattern of PLACED) {
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return found.trim()
  }
  return undefined
}

/** Whether a stem uses a letter as a label of its own: “lens B”, “(B)”, “B:”. “A” at the start of a sentence is an article. */
function givesLabel(stem: string, letter: string): boolean {
  const label =
    letter === 'A'
      ? String.raw`(?:[a-z]\s+A(?![\w'’])|\(A\)|\bA[).:]\s|\bA\s+(?:and|or)\s+B\b)`
      : String.raw`(?<!\w)${letter}(?!\w)`
  return new RegExp(label).test(stem)
}
