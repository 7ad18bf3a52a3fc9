export { canonicalJson, type Json } from './canonical-json.ts'
export {
  type Certificate,
  type CertificatePack,
  certificatePack,
  certificatePackSchema,
  certificateSchema,
  competenciesByType,
  registrantTypeTitle,
} from './certificate.ts'
export {
  certificateIdFrom,
  certificateIdSchema,
  printedCertificateId,
  readCertificateId,
} from './certificate-id.ts'
export { closingSentence } from './closing.ts'
export { type DocumentPair, latest, type PlainDocument, pairDocuments } from './content/documents.ts'
export { type CoverageMatrix, coverageMatrix } from './coverage/matrix.ts'
export { readCoverage } from './coverage/read.ts'
export {
  consequenceOf,
  type EditedChoice,
  type EditedExam,
  type EditedQuestion,
  type ExamChange,
  type ExamChanges,
  type ExamPart,
  examChanges,
} from './exam-change.ts'
export { type ExamUse, examUseSchema } from './exam-use.ts'
export {
  canonicalExamVersion,
  type ExamVersion,
  examVersionName,
  examVersionSchema,
  keySchema,
  versionNameSchema,
} from './exam-version.ts'
export { type Grade, grade } from './grade.ts'
export { type ExamProgress, type ItemState, itemState } from './item-state.ts'
export { type LargeMedia, largeMediaFile, largeMediaSchema } from './large-media.ts'
export {
  everything,
  fittingItems,
  type ListingChoice,
  type ListingFilter,
  type ListingPart,
  listingChoices,
  listingPath,
  readListingFilter,
} from './listing.ts'
export {
  mediaNamePattern,
  mediaPartSize,
  streamPathPattern,
  uploadedPartsSchema,
} from './media-upload.ts'
export { type PackFacts, packFactsSchema } from './pack-facts.ts'
export type { MissingPoints, Plan, PlanGoal, PlanItem } from './plan/model.ts'
export { planFewest } from './plan/plan.ts'
export { type Problem, type ProblemCode, problemCodes } from './problem.ts'
export { audienceOfItem, countsFor } from './progress/counts-for.ts'
export { cycleYear, isCycleOver } from './progress/cycle.ts'
export { dayOf, endOfDay, hourOf, timeLeft, yearOf } from './progress/days.ts'
export { type Elsewhere, saysTheSame } from './progress/elsewhere.ts'
export {
  elsewhereAspects,
  elsewhereField,
  elsewhereText,
  elsewhereYearField,
  readElsewhereForm,
} from './progress/elsewhere-form.ts'
export type { FieldFault, Fields } from './progress/form.ts'
export { goalTextLimit, readGoalForm } from './progress/goal-form.ts'

export { planCandidates, planGoal } from './progress/plan-goal.ts'
export { isAcceptanceOver, lastDayInTime, type PointArrival, pointArrival } from './progress/point-arrival.ts'
export { type PointMark, type PointState, pointState } from './progress/point-state.ts'
export {
  audienceOfAward,
  type CountedAward,
  itemPointsMissing,
  missingUnits,
  progressOf,
  shownTypes,
  type Tally,
  type TypeProgress,
} from './progress/progress.ts'
export { howToAnswer, whatIsMissing } from './questions/how-to-answer.ts'
export {
  type LintedChoice,
  type LintedExam,
  type LintedQuestion,
  type LintField,
  type LintFinding,
  type LintLevel,
  type LintRule,
  type LintSource,
  lintExam,
  lintedExamOf,
  lintRules,
  statedNumber,
} from './questions/lint/index.ts'
export { type Accepted, acceptedSchema, type Result, resultSchema } from './receipt.ts'
export { type Release, releaseSchema } from './release.ts'
export {
  type SearchPassage,
  searchIndexFile,
  searchOptions,
  searchPassageSchema,
  searchTokens,
} from './search-index.ts'
export { sectionParameter } from './section-link.ts'
export { shuffledOrder } from './shuffle.ts'
export { type AnswerFault, checkAnswers, type Submission, submissionSchema } from './submission.ts'
export { zoneInWords } from './time-zone.ts'
export { closesAt, opensAt, type Window, windowSchema, windowState } from './window.ts'
