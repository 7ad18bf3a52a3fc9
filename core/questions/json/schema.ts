import { z } from 'zod'
import { cleanBase64 } from '../image.ts'

const text = z.string({ error: 'must be text in quotation marks' })
const image = z.strictObject({
  name: text.min(1, 'must not be empty'),
  mediaType: text.regex(/^image\/[a-z0-9.+-]+$/, 'must be a media type such as image/png'),
  data: text.refine((data) => cleanBase64(data) !== undefined, 'must be base64'),
  alt: text.optional(),
})

const choice = z.strictObject({
  text,
  correct: z.boolean({ error: 'must be true or false' }),
  fraction: z
    .number({ error: 'must be a number' })
    .min(-100, 'must not be below -100')
    .max(100, 'must not be above 100')
    .optional(),
  feedback: text.optional(),
})

/** A question as our JSON writes it. */
export const questionSchema = z.strictObject({
  type: z.enum(['single', 'multiple'], { error: 'must be "single" or "multiple"' }),
  title: text.optional(),
  stem: text,
  choices: z.array(choice, { error: 'must be a list of choices' }),
  feedback: text.optional(),
  tags: z.array(text, { error: 'must be a list of texts' }).optional(),
  image: image.optional(),
  fixedOrder: z.boolean({ error: 'must be true or false' }).optional(),
})
