import type { LintedExam, LintFinding } from '../../../core/index.ts'

/** The findings about one question, or about the exam as a whole. */
export type FindingGroup = {
  /** The question's key; empty for the exam as a whole. */
  readonly key: string
  /** `Question 3: Which sign …` or `The whole exam`. */
  readonly title: string
  readonly findings: readonly LintFinding[]
}

/**
 * Puts findings together by the question that they are about.
 *
 * @param exam - the exam that was read
 * @param findings - what was found in it, in reading order
 * @returns groups in reading order, none empty
 */
export function grouped(exam: LintedExam, findings: readonly LintFinding[]): FindingGroup[] {
  const titles = new Map(
    exam.questions.map(({ key, stem }, index) => [key, questionTitle(index + 1, stem)] as const),
  )
  const groups = Map.groupBy(findings, ({ question }) => question ?? '')
  return Array.from(groups, ([key, members]) => ({
    key,
    title: key === '' ? 'The whole exam' : (titles.get(key) ?? 'A question'),
    findings: members,
  }))
}

/**
 * How a question is called in a list.
 *
 * @param number - its place, from 1
 * @param stem - its text, cut to a line where it is longer
 */
export function questionTitle(number: number, stem: string | undefined): string {
  const text = (stem ?? '').trim().replaceAll(/\s+/g, ' ')
  if (text === '') return `Question ${number}`
  return `Question ${number}: ${text.length > 70 ? `${text.slice(0, 69).replace(/\s+\S*$/, '')}…` : text}`
}

/** `2 errors, 1 warning`, or `No findings`. */
export function countedFindings(findings: readonly LintFinding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length
  const warnings = findings.length - errors
  const parts = [
    errors > 0 && `${errors} error${errors === 1 ? '' : 's'}`,
    warnings > 0 && `${warnings} warning${warnings === 1 ? '' : 's'}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'No findings' : parts.join(', ')
}
