import { figureFields } from './fragments.ts'

/** An exam as a member may see it before it is graded: without its key. */
export const examFields = `
  _id,
  title,
  introduction,
  passMark,
  maxAttempts,
  points,
  pointType,
  "questions": questions[]{
    _key,
    stem,
    kind,
    "fixedOrder": fixedOrder == true,
    image{${figureFields}},
    "choices": choices[]{_key, text}
  }
`
