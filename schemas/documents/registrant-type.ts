import { UsersIcon } from '@sanity/icons/Users'
import { defineField, defineType } from 'sanity'
import { previewLine, previewTitle } from '../preview.ts'
import { isOwnCode } from '../rules/code.ts'
import { requiredAnd } from '../rules/required.ts'

/** A kind of registrant: competencies and audiences hang on it, and members' claims name it by its code. */
export const registrantType = defineType({
  name: 'registrantType',
  title: 'Registrant type',
  type: 'document',
  icon: UsersIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().error('Write the title, such as Optometrist.'),
    }),
    defineField({
      name: 'code',
      title: 'Code',
      description: 'How the membership system names this type. Do not change it once members have signed in.',
      type: 'string',
      placeholder: 'dispensing-optician',
      validation: (rule) => [
        rule.required().error('Write the code, such as dispensing-optician.'),
        rule.custom(isOwnCode),
      ],
    }),
    defineField({
      name: 'abbreviation',
      title: 'Abbreviation',
      description: 'As in references: O, D, TP, CL.',
      type: 'string',
      validation: (rule) =>
        requiredAnd(
          rule,
          (set) => set.regex(/^[A-Z]{1,3}$/),
          'Write the abbreviation that references use: one to three capital letters.',
        ),
    }),
    defineField({
      name: 'order',
      title: 'Position in lists',
      type: 'number',
      validation: (rule) =>
        requiredAnd(rule, (set) => set.integer().min(1), 'Write a whole number, 1 for the first.'),
    }),
  ],
  orderings: [{ name: 'order', title: 'Position', by: [{ field: 'order', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', abbreviation: 'abbreviation', code: 'code' },
    prepare: ({ title, abbreviation, code }: { title?: string; abbreviation?: string; code?: string }) => ({
      title: previewTitle(title, 'Untitled registrant type'),
      subtitle: previewLine(abbreviation, code) ?? '',
      media: UsersIcon,
    }),
  },
})
