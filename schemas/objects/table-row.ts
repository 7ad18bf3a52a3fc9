import { defineArrayMember, defineField, defineType } from 'sanity'
import { previewLine } from '../preview.ts'
import { requiredAnd } from '../rules/required.ts'

/** A row of a data table. */
export const tableRow = defineType({
  name: 'tableRow',
  title: 'Row',
  type: 'object',
  fields: [
    defineField({
      name: 'cells',
      title: 'Cells',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      validation: (rule) =>
        requiredAnd(
          rule,
          (set) => set.min(2),
          'Add at least two cells: a table of one column is a list, so write it as a list.',
        ),
    }),
  ],
  preview: {
    select: { cells: 'cells' },
    prepare: ({ cells }: { cells?: string[] }) => ({ title: previewLine(...(cells ?? [])) ?? 'Empty row' }),
  },
})
