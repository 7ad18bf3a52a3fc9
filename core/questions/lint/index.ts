export type {
  LintedChoice,
  LintedExam,
  LintedQuestion,
  LintField,
  LintFinding,
  LintLevel,
} from './finding.ts'
export { lintExam } from './lint-exam.ts'
export { lintRules } from './registry.ts'
export type { LintRule } from './rule.ts'
export type { LintSource } from './sources.ts'
export { statedNumber } from './stated-number.ts'
export { lintedExamOf } from './stored-exam.ts'
