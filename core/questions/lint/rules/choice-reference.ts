import type { LintedChoice, LintedQuestion } from '../finding.ts'
import { bareLetters, namedReference, placeReference } from '../references.ts'
import { eachQuestion, type LintRule, type Reported } from '../rule.ts'
import { haladyna, house } from '../sources.ts'
import { trimmed } from '../text.ts'
import { isCatchAll } from './above.ts'

/** A choice or rationale that names another choice by letter, number or place. */
export const choiceReference: LintRule = {
  code: 'lint/choice-reference',
  level: 'error',
  title: 'Choices do not refer to each other by letter or place',
  source: haladyna('22: choices are independent of each other'),
  check: eachQuestion((question) =>
    question.choices.flatMap((choice) => {
      const text = inText(choice, question)
      const rationale = inRationale(choice, question)
      return [
        ...(text === undefined ? [] : [reported(choice, question, 'text', text)]),
        ...(rationale === undefined ? [] : [reported(choice, question, 'rationale', rationale)]),
      ]
    }),
  ),
}

/** Letters or numbers that an editor typed in front of the choices. */
export const typedLabel: LintRule = {
  code: 'lint/typed-label',
  level: 'warning',
  title: 'Choices carry no letters of their own',
  source: house(
    'the page lays out the choices; typed letters are read aloud and stay behind when choices move',
  ),
  check: eachQuestion(({ choices }) => {
    if (choices.length < 2) return []
    const labelled = choices.every(({ text }, index) => labelOf(trimmed(text)) === index)
    if (!labelled) return []
    const example = trimmed(choices[0]?.text).split(/\s/)[0]
    return [
      {
        field: 'choices',
        message: `The choices begin with letters or numbers that were typed, such as “${example}”: they stay behind when choices are moved or shuffled.`,
        remedy: 'Remove them; each choice has a box of its own.',
      },
    ]
  }),
}

function inText(choice: LintedChoice, question: LintedQuestion): string | undefined {
  const text = trimmed(choice.text)
  if (text === '' || isCatchAll(text)) return undefined
  return namedReference(text, question) ?? letterList(choice, question) ?? placeReference(text)
}

function inRationale(choice: LintedChoice, question: LintedQuestion): string | undefined {
  return namedReference(trimmed(choice.rationale), question)
}

/** “A and C” refers to choices only when there are such choices and they are not lists of letters themselves. */
function letterList(choice: LintedChoice, question: LintedQuestion): string | undefined {
  const text = trimmed(choice.text)
  const letters = bareLetters(text, question.stem)
  if (letters === undefined) return undefined
  const meant = letters.map((letter) => question.choices['ABCDEFGH'.indexOf(letter)])
  const real = meant.every(
    (other) =>
      other !== undefined &&
      other.key !== choice.key &&
      !/^\(?\p{L}\)?$/u.test(trimmed(other.text)) &&
      bareLetters(trimmed(other.text), undefined) === undefined,
  )
  return real ? text : undefined
}

function reported(
  choice: LintedChoice,
  question: LintedQuestion,
  field: 'text' | 'rationale',
  reference: string,
): Omit<Reported, 'question'> {
  const fixed = question.fixedOrder === true
  const where = field === 'text' ? 'the choice' : 'the rationale'
  return {
    choice: choice.key,
    field,
    level: fixed ? 'warning' : 'error',
    message: fixed
      ? `“${reference}” in ${where} refers to another choice by letter or place, but choices are shown without letters or numbers.`
      : `“${reference}” in ${where} refers to another choice by letter or place, but choices may be shuffled.`,
    remedy:
      field === 'text'
        ? 'Say in words what is meant, or let members tick several correct choices.'
        : 'Say in words which choice is meant.',
  }
}

/** The place that a typed label stands for, beginning with 0; -1 when there is no label. */
function labelOf(text: string): number {
  const label = /^\(?([A-Ha-h]|[1-9])[).:]\s+\S/.exec(text)?.[1]
  if (label === undefined) return -1
  return /\d/.test(label) ? Number(label) - 1 : 'abcdefgh'.indexOf(label.toLowerCase())
}
