import { BulbFilledIcon } from '@sanity/icons/BulbFilled'
import { defineField, defineType } from 'sanity'
import { previewTitle } from '../preview.ts'

/** A clinical pearl: one point worth remembering, set apart from the text. */
export const pearl = defineType({
  name: 'pearl',
  title: 'Clinical pearl',
  type: 'object',
  icon: BulbFilledIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().error('Write a short title, such as “Before you dilate”.'),
    }),
    defineField({
      name: 'text',
      title: 'Text',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('Write the point that readers should take away.'),
    }),
  ],
  preview: {
    select: { title: 'title', text: 'text' },
    prepare: ({ title, text }: { title?: string; text?: string }) => ({
      title: previewTitle(title, 'Untitled pearl'),
      ...(text && { subtitle: text }),
    }),
  },
})
