import type { LintedExam, LintFinding } from './finding.ts'
import { lintRules } from './registry.ts'

/**
 * Reads an exam as a careful reviewer would.
 *
 * @param exam - finished or still being written
 * @returns findings in reading order: the exam as a whole, then question by question; within a question its errors first.
 *   None for an exam without fault.
 */
export function lintExam(exam: LintedExam): LintFinding[] {
  const findings = lintRules.flatMap((rule) =>
    Array.from(
      rule.check(exam),
      (reported): LintFinding => ({
        ...reported,
        code: rule.code,
        level: reported.level ?? rule.level,
      }),
    ),
  )
  const place = new Map(exam.questions.map(({ key }, index) => [key, index]))
  const placeOf = ({ question }: LintFinding) =>
    question === undefined ? -1 : (place.get(question) ?? exam.questions.length)
  const weight = ({ level }: LintFinding) => (level === 'error' ? 0 : 1)
  return findings.toSorted((a, b) => placeOf(a) - placeOf(b) || weight(a) - weight(b))
}
