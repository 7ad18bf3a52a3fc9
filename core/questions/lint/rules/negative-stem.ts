import { eachQuestion, type LintRule } from '../rule.ts'
import { askingSentence, sentences } from '../sentences.ts'
import { haladyna } from '../sources.ts'
import { trimmed } from '../text.ts'

/** A question that asks for what is wrong, without showing so. */
export const negativeStem: LintRule = {
  code: 'lint/negative-stem',
  level: 'warning',
  title: 'A negative question shows that it is negative',
  source: haladyna('17: word the stem positively; if it must be negative, show so in capitals'),
  check: eachQuestion(({ stem }) => {
    const word = plainNegative(trimmed(stem))
    if (word === undefined) return []
    return [
      {
        field: 'stem',
        message: `“${word}” turns the question round, and is easily read over: members who know the answer get it wrong.`,
        remedy: `Ask for what is right, or write ${emphasised(word)}.`,
      },
    ]
  }),
}

/**
 * The word that turns a question round, if it is not in capitals. Only the main clause of the sentence that asks counts:
 * what a vignette or a condition denies is part of the case (“… if the pupil does not react?”).
 */
function plainNegative(stem: string): string | undefined {
  const asking = askingSentence(stem)
  if (asking === undefined) return undefined
  const list = sentences(stem).find((sentence) => LIST.test(sentence)) ?? ''
  const exception = (EXCEPTION.exec(asking) ?? EXCEPTION.exec(list))?.[1]
  if (exception !== undefined) return plain(exception)
  const clause = mainClause(asking)
  const found = NEGATIVE.exec(clause)?.[0] ?? FALSE_STATEMENT.exec(clause)?.[1]
  return found === undefined ? undefined : plain(found)
}

/** In capitals the word stands out; `isN'T` does not happen, so contractions always count. */
function plain(word: string): string | undefined {
  return word === word.toUpperCase() ? undefined : word
}

function emphasised(word: string): string {
  return /n['’]t$/i.test(word) || /cannot/i.test(word)
    ? 'NOT in capitals'
    : `${word.toUpperCase()} in capitals`
}

/** “… except:”, “except one”, “all but one”: at the end it is the question, in the middle it is part of the case. */
const EXCEPTION =
  /\b(except(?:\s+(?:for\s+)?one)?|all but one)\b[^\p{L}]*(?:$|of these|of the following|which)/iu
/** “All of these are signs, except one. Which is it?”: the exception stands before the sentence that asks. */
const LIST = /^\W*(?:all|each|every one) of (?:these|the following)\b/i
const NEGATIVE =
  /(?<!\bwhether or |\bor |\bif |, )\bnot\b(?! only\b)|\b(?:is|are|was|were|do|does|did|has|have|should|would|could|must|need|ca|wo|ought)n['’]t\b|\bcannot\b|\bnever\b(?!-)|(?<!\bat |\bat the very |\bbut not )\bleast\b(?!-)|\b(?:is|are|be)\s+(?:most\s+|very\s+)?unlikely\b/i
const FALSE_STATEMENT =
  /\b(?:which|what|statements?|answers?|options?|following|these|advice)\b[^,;:]*\b(?:is|are)\s+(incorrect|false|untrue|wrong)\b(?!\s+(?:positive|negative|with|in|colour|color))/i

/**
 * The clause that asks: from its question word to the first conjunction. “In a patient who is not pregnant, which drug is
 * best if drops do not help?” is “which drug is best”.
 */
function mainClause(sentence: string): string {
  const starts = Array.from(
    sentence.matchAll(
      /[,;:–—]\s*(?:and\s+|then\s+)?(?=(?:(?:in|of|for|at|by|to|from|with|on)\s+)?(?:which|what|who|whom|whose|how|why|when|where)\b)/gi,
    ),
  )
  const first = /^["“(]*(?:which|what|who|whom|whose|how|why)\b/i.test(sentence)
  const start = first ? undefined : starts.at(-1)
  const clause = start === undefined ? sentence : sentence.slice(start.index + start[0].length)
  const head = /^\W*\w+/.exec(clause)?.[0] ?? ''
  const rest = clause.slice(head.length)
  const end = rest.search(
    /\b(?:if|when|who|whom|whose|that|because|although|though|unless|while|whilst|where|since|but|so|as|why|whether|having)\b|,\s*(?:in\s+|of\s+)?which\b/i,
  )
  return head + (end === -1 ? rest : rest.slice(0, end))
}
