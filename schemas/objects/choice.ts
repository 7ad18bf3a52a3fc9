import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { CircleIcon } from '@sanity/icons/Circle'
import { defineField, defineType } from 'sanity'
import { previewTitle } from '../preview.ts'

/** One choice of a question. `correct` and `rationale` are the key: they never reach the built site. */
export const choice = defineType({
  name: 'choice',
  title: 'Choice',
  type: 'object',
  icon: CircleIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Choice',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('Write the choice as the member will read it.'),
    }),
    defineField({
      name: 'correct',
      title: 'Correct',
      description: 'Part of the key. Never shown on the exam page.',
      type: 'boolean',
      initialValue: false,
      validation: (rule) => rule.required().error('Say whether this choice is correct.'),
    }),
    defineField({
      name: 'rationale',
      title: 'Rationale',
      description: 'Why this choice is right or wrong. Shown only as the exam’s feedback policy allows.',
      type: 'text',
      rows: 3,
      validation: (rule) =>
        rule.required().error('Write why this choice is right or wrong: members learn from it afterwards.'),
    }),
  ],
  preview: {
    select: { text: 'text', correct: 'correct', rationale: 'rationale' },
    prepare: ({ text, correct, rationale }: { text?: string; correct?: boolean; rationale?: string }) => ({
      title: previewTitle(text, 'Empty choice'),
      subtitle: correct === true ? 'Correct' : rationale ? 'Incorrect' : 'Incorrect · no rationale yet',
      media: correct === true ? CheckmarkCircleIcon : CircleIcon,
    }),
  },
})
