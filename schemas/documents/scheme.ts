import { BookIcon } from '@sanity/icons/Book'
import { defineField, defineType } from 'sanity'
import { previewLine, previewTitle } from '../preview.ts'

/** A regulator's scheme of continuing education. What its units are called is said here, once, for every page. */
export const scheme = defineType({
  name: 'scheme',
  title: 'Scheme',
  type: 'document',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) =>
        rule.required().error('Write the scheme’s full name, such as Continuing Education and Training.'),
    }),
    defineField({
      name: 'abbreviation',
      title: 'Abbreviation',
      description: 'How pages name it: “nine CET points”.',
      type: 'string',
      validation: (rule) => rule.required().error('Write the scheme’s abbreviation, such as CET.'),
    }),
    defineField({
      name: 'regulator',
      title: 'Regulator',
      type: 'string',
      validation: (rule) => rule.required().error('Write who runs the scheme.'),
    }),
    defineField({
      name: 'recording',
      title: 'Who records a completion',
      type: 'string',
      options: {
        layout: 'radio',
        list: [
          {
            value: 'provider-uploads',
            title: 'The provider uploads points; the registrant accepts them',
          },
          {
            value: 'registrant-uploads',
            title: 'The registrant records it, with evidence that the provider gives',
          },
        ],
      },
      validation: (rule) => rule.required().error('Choose who records a completion with the regulator.'),
    }),
    defineField({
      name: 'unitSingular',
      title: 'What one unit is called',
      description: 'In lower case: competency, domain.',
      type: 'string',
      validation: (rule) => rule.required().error('Write what one unit is called, such as competency.'),
    }),
    defineField({
      name: 'unitPlural',
      title: 'What several units are called',
      description: 'In lower case: competencies, domains.',
      type: 'string',
      validation: (rule) =>
        rule.required().error('Write what several units are called, such as competencies.'),
    }),
    defineField({
      name: 'carryOver',
      title: 'What is carried over into the next cycle',
      description: 'In a sentence or two. Shown to members.',
      type: 'text',
      rows: 2,
      validation: (rule) =>
        rule.required().error('Say what points count beyond the end of a cycle, if any do.'),
    }),
    defineField({
      name: 'note',
      title: 'How sure is this?',
      description: 'Where this comes from and what must still be checked. Shown to members.',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('Say where this comes from and how sure you are of it.'),
    }),
  ],
  orderings: [
    { name: 'abbreviation', title: 'Abbreviation', by: [{ field: 'abbreviation', direction: 'asc' }] },
  ],
  preview: {
    select: { title: 'title', abbreviation: 'abbreviation', units: 'unitPlural' },
    prepare: ({ title, abbreviation, units }: { title?: string; abbreviation?: string; units?: string }) => ({
      title: previewTitle(title, 'Untitled scheme'),
      subtitle: previewLine(abbreviation, units) ?? '',
      media: BookIcon,
    }),
  },
})
