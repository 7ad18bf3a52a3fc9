import { eachChoice, eachQuestion, type LintRule } from '../rule.ts'
import { haladyna, house } from '../sources.ts'
import { trimmed } from '../text.ts'

export const missingStem: LintRule = {
  code: 'lint/missing-stem',
  level: 'error',
  title: 'A question has a text',
  source: haladyna('15: the central idea belongs in the stem'),
  check: eachQuestion((question) =>
    trimmed(question.stem) === ''
      ? [
          {
            field: 'stem',
            message: 'The question has no text, so there is nothing to answer.',
            remedy: 'Write the question.',
          },
        ]
      : [],
  ),
}

export const missingChoiceText: LintRule = {
  code: 'lint/missing-choice-text',
  level: 'error',
  title: 'A choice has a text',
  source: house('a member chooses by reading'),
  check: eachChoice((choice) =>
    trimmed(choice.text) === ''
      ? {
          field: 'text',
          message: 'The choice has no text, so members would see an empty line.',
          remedy: 'Write the choice as the member will read it, or remove it.',
        }
      : undefined,
  ),
}

export const missingRationale: LintRule = {
  code: 'lint/missing-rationale',
  level: 'error',
  title: 'A choice has a rationale',
  source: house('members learn from the rationale after the exam'),
  check: eachChoice((choice) =>
    trimmed(choice.rationale) === ''
      ? {
          field: 'rationale',
          message: 'The choice has no rationale: members learn from it afterwards.',
          remedy: 'Write why this choice is right or wrong.',
        }
      : undefined,
  ),
}

export const tooFewChoices: LintRule = {
  code: 'lint/too-few-choices',
  level: 'error',
  title: 'A question has at least two choices',
  source: haladyna('18: as many effective choices as there are'),
  check: eachQuestion(({ choices }) =>
    choices.length < 2
      ? [
          {
            field: 'choices',
            message:
              choices.length === 0
                ? 'There are no choices.'
                : 'There is one choice, so there is nothing to choose.',
            remedy: 'Add at least two choices.',
          },
        ]
      : [],
  ),
}
