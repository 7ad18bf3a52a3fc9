import { z } from 'zod'
import { keySchema } from '../../core/index.ts'
import { optionalText, some, text, whole } from './fields.ts'
import { figureSchema } from './schema-shared.ts'

const distinct = (entries: readonly { readonly _key: string }[]) =>
  new Set(entries.map((entry) => entry._key)).size === entries.length

/** An exam as it is printed. There is no place here for a key: strict objects refuse one that a query lets through. */
export const examSchema = z.strictObject({
  _id: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'Copy the exam to a new document: its ID cannot stand in an address.'),
  title: text('Write the exam’s title.'),
  introduction: optionalText,
  passMark: z
    .number({ error: 'Write the pass mark in percent.' })
    .min(1, 'Write a pass mark of 1 to 100 percent.')
    .max(100, 'Write a pass mark of 1 to 100 percent.'),
  maxAttempts: whole(1, 10, 'Write how many attempts a member has, from 1 to 10.'),
  points: z
    .number({ error: 'Write how many points the exam earns.' })
    .positive('Write how many points the exam earns.'),
  pointType: z.enum(['non-interactive', 'interactive'], 'Choose the type of the points.'),
  questions: some(
    z.strictObject({
      _key: keySchema,
      stem: text('Write the question.'),
      kind: z.enum(['single', 'multiple'], 'Choose whether one or several choices are correct.'),
      fixedOrder: z.boolean(),
      image: figureSchema.nullish(),
      choices: z
        .array(z.strictObject({ _key: keySchema, text: text('Write the choice, or remove it.') }), {
          error: 'Add at least two choices.',
        })
        .min(2, 'Add at least two choices.')
        .refine(distinct, 'Remove one of the two choices that share a key, and add it again.'),
    }),
    'Add at least one question.',
  ).refine(distinct, 'Remove one of the two questions that share a key, and add it again.'),
})
