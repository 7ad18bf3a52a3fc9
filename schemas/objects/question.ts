import { HelpCircleIcon } from '@sanity/icons/HelpCircle'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { counted, previewLine, previewTitle } from '../preview.ts'
import { requiredAnd } from '../rules/required.ts'

/** A multiple-choice question. Its key names it for ever, so questions and choices may be put into another order. */
export const question = defineType({
  name: 'question',
  title: 'Question',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    defineField({
      name: 'stem',
      title: 'Question',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('Write the question.'),
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {
        layout: 'radio',
        list: [
          { value: 'single', title: 'One correct choice' },
          { value: 'multiple', title: 'Several correct choices (all of them must be ticked)' },
        ],
      },
      initialValue: 'single',
      validation: (rule) => rule.required().error('Choose how the question is answered.'),
    }),
    defineField({
      name: 'choices',
      title: 'Choices',
      type: 'array',
      of: [defineArrayMember({ type: 'choice' })],
      // Everything else about choices is a lint of the exam, which knows their question.
      validation: (rule) => requiredAnd(rule, (set) => set.min(2), 'Add at least two choices.'),
    }),
    defineField({
      name: 'fixedOrder',
      title: 'Keep the choices in this order',
      description:
        'For choices that have an order of their own, such as numbers. Otherwise they may be shuffled.',
      type: 'boolean',
      initialValue: false,
    }),
    defineField({
      name: 'image',
      title: 'Figure',
      description: 'Only if the question is about an image. The caption must not give the answer away.',
      type: 'figure',
      options: { collapsible: true, collapsed: true },
    }),
  ],
  preview: {
    select: { stem: 'stem', kind: 'kind', choices: 'choices', media: 'image.image' },
    prepare: ({ stem, kind, choices, media }) => ({
      title: previewTitle(stem, 'Question without text'),
      subtitle:
        previewLine(
          Array.isArray(choices) ? counted(choices.length, 'choice') : 'No choices yet',
          kind === 'multiple' && 'several correct',
        ) ?? '',
      media: media ?? HelpCircleIcon,
    }),
  },
})
