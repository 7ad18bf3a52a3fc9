import type { LintRule } from './rule.ts'
import { allOfTheAbove, noneOfTheAbove } from './rules/above.ts'
import { absoluteWords } from './rules/absolute-words.ts'
import { choiceLength } from './rules/choice-length.ts'
import { choiceReference, typedLabel } from './rules/choice-reference.ts'
import { duplicateChoice, duplicateStem } from './rules/duplicates.ts'
import { keyCount, statedKeyCount } from './rules/key-count.ts'
import { keyLength, keyPosition } from './rules/key-patterns.ts'
import { missingChoiceText, missingRationale, missingStem, tooFewChoices } from './rules/missing.ts'
import { negativeStem } from './rules/negative-stem.ts'
import { passMark, passMarkAllowsNoMistake } from './rules/pass-mark.ts'
import { stemWithoutQuestion } from './rules/stem-without-question.ts'

/** Every rule on questions, errors first. A rule may be added; none is renamed, and no code is used again. */
export const lintRules: readonly LintRule[] = [
  missingStem,
  tooFewChoices,
  missingChoiceText,
  missingRationale,
  keyCount,
  statedKeyCount,
  duplicateChoice,
  choiceReference,
  passMark,
  allOfTheAbove,
  noneOfTheAbove,
  negativeStem,
  stemWithoutQuestion,
  duplicateStem,
  choiceLength,
  absoluteWords,
  typedLabel,
  passMarkAllowsNoMistake,
  keyPosition,
  keyLength,
]
