import { defineField, defineType } from 'sanity'
import { previewLine } from '../preview.ts'
import { isOriginalReference } from '../rules/reference-number.ts'

/** Where and when the item was published before: printed with it, because a registrant may not claim it twice. */
export const republication = defineType({
  name: 'republication',
  title: 'First publication',
  type: 'object',
  options: { columns: 2 },
  fields: [
    defineField({
      name: 'firstPublished',
      title: 'First published on',
      type: 'date',
      options: { dateFormat: 'D MMMM YYYY' },
      validation: (rule) => rule.required().error('Choose the day of the first publication.'),
    }),
    defineField({
      name: 'originalReference',
      title: 'Original reference',
      description: 'As printed then, such as C-13861 O/D/CL.',
      type: 'string',
      placeholder: 'C-13861 O/D/CL',
      validation: (rule) => [
        rule.required().error('Write the reference under which it was first published.'),
        rule.custom(isOriginalReference),
      ],
    }),
    defineField({
      name: 'originalTitle',
      title: 'Original title',
      description: 'Only if it differs from today’s title.',
      type: 'string',
    }),
    defineField({
      name: 'note',
      title: 'Note',
      description: 'What has changed since, such as revised guidance.',
      type: 'text',
      rows: 2,
    }),
  ],
  preview: {
    select: { reference: 'originalReference', date: 'firstPublished' },
    prepare: ({ reference, date }: { reference?: string; date?: string }) => ({
      title: previewLine(reference, date) ?? 'Not filled in yet',
    }),
  },
})
