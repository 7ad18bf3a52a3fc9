export { type QuestionFormatInfo, questionFormatOf, questionFormats } from './formats.ts'
export { base64OfBytes, bytesOfBase64, imageOf } from './image.ts'
export {
  noteAt,
  type Place,
  type QuestionFormat,
  type QuestionProblem,
  type QuestionProblemCode,
  questionProblemCodes,
} from './problem.ts'
export type { Question, QuestionChoice, QuestionImage } from './question.ts'
export { readQuestions } from './read.ts'
export type { Read } from './settle.ts'
export type { QuestionSource } from './source.ts'
export {
  assetOf,
  figureOf,
  lostInExam,
  questionOfStored,
  type StoredQuestion,
  storedQuestion,
} from './stored.ts'
export { QuestionNotWritable, type WriteOptions, writeQuestions } from './write.ts'
