import { TagIcon } from '@sanity/icons/Tag'
import { defineField, defineType } from 'sanity'
import { previewLine, previewTitle } from '../preview.ts'
import { requiredAnd } from '../rules/required.ts'

/**
 * A unit of a framework that one registrant type must cover: a competency or a domain, as its scheme calls it. Equal
 * names of different types count separately.
 */
export const competency = defineType({
  name: 'competency',
  title: 'Competency or domain',
  type: 'document',
  icon: TagIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().error('Write the title, such as Communication.'),
    }),
    defineField({
      name: 'framework',
      title: 'Framework',
      type: 'reference',
      to: [{ type: 'framework' }],
      validation: (rule) =>
        rule
          .required()
          .error('Choose the framework that this belongs to. A new one must be published first.'),
    }),
    defineField({
      name: 'registrantType',
      title: 'Registrant type',
      type: 'reference',
      to: [{ type: 'registrantType' }],
      validation: (rule) =>
        rule.required().error('Choose who must cover this. A new type must be published first.'),
    }),
    defineField({
      name: 'order',
      title: 'Position in lists',
      type: 'number',
      validation: (rule) =>
        requiredAnd(rule, (set) => set.integer().min(1), 'Write a whole number, 1 for the first.'),
    }),
    defineField({
      name: 'note',
      title: 'Note',
      description: 'How sure this is, and what must still be checked, if anything. Shown to members.',
      type: 'text',
      rows: 3,
    }),
  ],
  orderings: [
    {
      name: 'typeAndOrder',
      title: 'Registrant type, then position',
      by: [
        { field: 'registrantType.order', direction: 'asc' },
        { field: 'order', direction: 'asc' },
      ],
    },
  ],
  preview: {
    select: { title: 'title', type: 'registrantType.title', scheme: 'framework.title' },
    prepare: ({ title, type, scheme }: { title?: string; type?: string; scheme?: string }) => ({
      title: previewTitle(title, 'Untitled competency or domain'),
      subtitle: previewLine(type ?? 'No registrant type yet', scheme) ?? '',
      media: TagIcon,
    }),
  },
})
