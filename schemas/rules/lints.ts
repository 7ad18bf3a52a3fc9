import type { ValidationContext, ValidationError } from 'sanity'
import {
  type LintedExam,
  type LintFinding,
  type LintLevel,
  lintExam,
  lintedExamOf,
} from '../../core/index.ts'

/** Findings by exam document, so that the rules of one validation run read an exam once. */
const read = new WeakMap<object, LintFinding[]>()

/**
 * Makes a rule for an exam's field `questions` that reports the lints of one level, each at the field that it is about.
 *
 * @param level - `error` for the rule that blocks publishing, `warning` for the one that does not
 */
export function questionLints(level: LintLevel) {
  return (_: unknown, { document }: ValidationContext): true | ValidationError[] =>
    reported(document, (finding) => finding.level === level && finding.field !== 'passMark')
}

/**
 * Makes a rule for an exam's pass mark that reports the lints of one level.
 *
 * @param level - as for {@link questionLints}
 */
export function passMarkLints(level: LintLevel) {
  return (_: unknown, { document }: ValidationContext): true | ValidationError[] =>
    reported(document, (finding) => finding.level === level && finding.field === 'passMark')
}

/**
 * Where in an exam document a finding is mended, from the field `questions` downwards.
 *
 * @returns an empty path for a finding about all questions, or about the exam's rules
 */
export function pathWithinQuestions({ question, choice, field }: LintFinding): ValidationError['path'] & {} {
  if (question === undefined || question === '') return []
  if (choice === undefined || choice === '') return [{ _key: question }, field]
  return [{ _key: question }, 'choices', { _key: choice }, field]
}

function reported(
  document: ValidationContext['document'],
  isMeant: (finding: LintFinding) => boolean,
): true | ValidationError[] {
  const errors = (document === undefined ? [] : findingsOf(document)).filter(isMeant).map((finding) => ({
    message: `${finding.message} ${finding.remedy}`,
    path: pathWithinQuestions(finding),
  }))
  return errors.length === 0 ? true : errors
}

function findingsOf(document: object): LintFinding[] {
  const known = read.get(document)
  if (known !== undefined) return known
  const exam = lintedExamOf(document)
  const findings = lintExam(exam).filter((finding) => !isSaidByField(finding, exam))
  read.set(document, findings)
  return findings
}

/** Fields that are required say so themselves when they are empty; only a text of nothing but spaces escapes them. */
function isSaidByField({ code, question, choice }: LintFinding, exam: LintedExam): boolean {
  const found = exam.questions.find(({ key }) => key === question)
  const at = found?.choices.find(({ key }) => key === choice)
  switch (code) {
    case 'lint/too-few-choices':
      return true
    case 'lint/missing-stem':
      return !found?.stem
    case 'lint/missing-choice-text':
      return !at?.text
    case 'lint/missing-rationale':
      return !at?.rationale
    default:
      return false
  }
}
