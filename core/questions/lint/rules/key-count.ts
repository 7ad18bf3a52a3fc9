import type { LintedQuestion } from '../finding.ts'
import { eachQuestion, type LintRule, type Reported } from '../rule.ts'
import { haladyna, house } from '../sources.ts'
import { statedNumber } from '../stated-number.ts'
import { capitalised, countedWord, numberWord } from '../text.ts'

/** The number of correct choices fits the question's kind. */
export const keyCount: LintRule = {
  code: 'lint/key-count',
  level: 'error',
  title: 'The right number of choices is marked as correct',
  source: haladyna('19: exactly one right answer, or as many as are asked for'),
  check: eachQuestion((question) => {
    const found = faultOfKind(question)
    return found === undefined || question.choices.length === 0 ? [] : [{ field: 'choices', ...found }]
  }),
}

/** The number of correct choices is the one that the stem asks for. */
export const statedKeyCount: LintRule = {
  code: 'lint/stated-key-count',
  level: 'error',
  title: 'As many choices are correct as the question asks for',
  source: house('a question counts only when exactly the correct choices are chosen'),
  check: eachQuestion((question) => {
    const stated = statedNumber(question.stem)
    const correct = countCorrect(question)
    if (stated === undefined || stated === correct || question.choices.length === 0) return []
    if (question.kind !== 'multiple') {
      // “Choose one” is what the kind says anyway; how many are marked is for the rule above.
      if (stated === 1) return []
      return [
        {
          field: 'kind',
          message: `The question asks for ${countedWord(stated, 'choice')}, but members can choose only one.`,
          remedy: `Set the kind to “Several correct choices” and mark ${numberWord(stated)}, or reword the question.`,
        },
      ]
    }
    // Without a correct or an incorrect choice the rule above has said what to do.
    if (faultOfKind(question) !== undefined) return []
    return [
      {
        field: 'choices',
        message: `The question asks for ${countedWord(stated, 'choice')}, but ${numberWord(correct)} ${correct === 1 ? 'is' : 'are'} marked as correct: nobody who does as it says could be right.`,
        remedy: `Mark exactly ${numberWord(stated)} as correct, or change the number in the question.`,
      },
    ]
  }),
}

function countCorrect({ choices }: LintedQuestion): number {
  return choices.filter((choice) => choice.correct === true).length
}

function faultOfKind(question: LintedQuestion): Pick<Reported, 'message' | 'remedy'> | undefined {
  const correct = countCorrect(question)
  if (question.kind === 'multiple') {
    if (correct === 0) {
      return {
        message: 'No choice is marked as correct: nobody could be right.',
        remedy: 'Mark at least one choice as correct.',
      }
    }
    if (correct === question.choices.length) {
      return {
        message: 'Every choice is marked as correct: ticking every box must not be the answer.',
        remedy: 'Add at least one incorrect choice.',
      }
    }
    return undefined
  }
  if (correct === 0) {
    return {
      message: 'No choice is marked as correct: nobody could be right.',
      remedy: 'Mark the one correct choice.',
    }
  }
  if (correct === 1) return undefined
  return {
    message: `${capitalised(countedWord(correct, 'choice'))} are marked as correct, but members can choose only one.`,
    remedy: 'Mark exactly one choice as correct, or set the kind to “Several correct choices”.',
  }
}
