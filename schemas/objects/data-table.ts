import { ThListIcon } from '@sanity/icons/ThList'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { counted, previewTitle } from '../preview.ts'
import { requiredAnd } from '../rules/required.ts'
import { type DraftRow, tableIsRectangular } from '../rules/table.ts'

/** A small table; its first row names the columns. */
export const dataTable = defineType({
  name: 'dataTable',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'string',
      validation: (rule) => rule.required().error('Write the caption: what does this table compare?'),
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      description: 'The first row is the header: it names the columns.',
      type: 'array',
      of: [defineArrayMember({ type: 'tableRow' })],
      validation: (rule) => [
        ...requiredAnd(rule, (set) => set.min(2), 'Add a header row and at least one row of data.'),
        rule.custom<DraftRow[]>(tableIsRectangular),
      ],
    }),
  ],
  preview: {
    select: { caption: 'caption', rows: 'rows' },
    prepare: ({ caption, rows }: { caption?: string; rows?: unknown }) => ({
      title: previewTitle(caption, 'Table without caption'),
      subtitle: Array.isArray(rows) ? counted(rows.length, 'row') : 'No rows yet',
    }),
  },
})
