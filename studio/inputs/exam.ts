import { defineType } from 'sanity'
import { exam } from '../../schemas/documents/exam.ts'
import { QuestionsInput } from './question-check/questions-input.tsx'

/** The exam with a check of its questions above their list. */
export const examInStudio = defineType({
  ...exam,
  fields: exam.fields.map((field) =>
    field.name === 'questions' ? { ...field, components: { input: QuestionsInput } } : field,
  ),
})
