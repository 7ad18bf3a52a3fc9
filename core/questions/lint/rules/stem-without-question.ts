import { eachQuestion, type LintRule } from '../rule.ts'
import { isAsking, isInstruction, sentences } from '../sentences.ts'
import { nbme } from '../sources.ts'
import { trimmed } from '../text.ts'

/** A stem that names a subject and asks nothing. */
export const stemWithoutQuestion: LintRule = {
  code: 'lint/stem-without-question',
  level: 'warning',
  title: 'A stem asks a question',
  source: nbme('a question can be answered with its choices covered'),
  check: eachQuestion(({ stem }) => {
    const text = trimmed(stem)
    if (text === '' || asks(text)) return []
    return [
      {
        field: 'stem',
        message: 'The text asks nothing, so members have to guess from the choices what is wanted.',
        remedy: 'End it with a question that could be answered without seeing the choices.',
      },
    ]
  }),
}

function asks(stem: string): boolean {
  const all = sentences(stem)
  if (all.some((sentence) => isAsking(sentence) || sentence.includes('?'))) return true
  if (all.some((sentence) => IMPERATIVE.test(sentence) && !isInstruction(sentence))) return true
  if (all.some((sentence) => QUESTION_WORD.test(sentence))) return true
  const last = all.findLast((sentence) => !isInstruction(sentence))
  return last !== undefined && isToBeCompleted(last)
}

/** “The most likely diagnosis is”, “Reduced tear production is caused by:”, “… lies behind the ____.” */
function isToBeCompleted(sentence: string): boolean {
  if (/(?:[:…]|\.\.\.|[–—-])\s*(?:\([^)]*\))?$/.test(sentence) || /_{2,}|\[\s*\]|\.{4,}/.test(sentence))
    return true
  if (/\bexcept\b[^\p{L}]*$/iu.test(sentence)) return true
  return OPEN_END.test(sentence)
}

const IMPERATIVE =
  /^(?:\W|in each case,?|for each \w+,?|now|then|please|from the (?:list|figure),?|\s)*(?:select|choose|pick|tick|mark|name|identify|indicate|state|give|match|complete|calculate|estimate|decide|arrange|order|put|rank|list|find|determine|describe|explain|work out|say|tell|assess|recommend|suggest|predict|interpret|classify)\b/i
/** A question whose question mark was forgotten is a question all the same. */
const QUESTION_WORD =
  /(?:^|[,;:]\s*)(?:(?:in|of|for|at|by|to|from|with|on|about)\s+)?(?:which|what|who|whose|how|why)\b/i
const OPEN_END =
  /\b(?:is|are|was|were|be|been|being|by|to|of|with|for|in|into|on|onto|at|from|as|than|the|a|an|and|or|if|when|because|that|which|who|should|may|can|must|might|could|would|will|do|does|has|have|include|includes|including|cause|causes|mean|means|require|requires|called|named|termed|known as|represents?|indicates?|suggests?|shows?|involves?|affects?|reveals?|produces?|becomes?|remains?|equals?|measures?|needs?|confirms?|supports?|contains?|precedes?|excludes?|between|through|during|after|before|under|over|within|without|behind|usually|likely|always|most often|except|not)$/i
