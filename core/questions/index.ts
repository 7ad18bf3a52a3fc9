export { type QuestionFormatInfo, questionFormatOf, questionFormats } from './formats.ts'
export {
  type QuestionFormat,
  type QuestionProblem,
  type QuestionProblemCode,
  questionProblemCodes,
} from './problem.ts'
export type { Question, QuestionChoice, QuestionImage } from './question.ts'
export { readQuestions } from './read.ts'
export type { Read } from './settle.ts'
export type { QuestionSource } from './source.ts'
export { QuestionNotWritable, type WriteOptions, writeQuestions } from './write.ts'
