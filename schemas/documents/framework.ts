import { ThLargeIcon } from '@sanity/icons/ThLarge'
import { defineField, defineType } from 'sanity'
import { previewLine, previewTitle } from '../preview.ts'
import { endsOnOrAfter } from '../rules/dates.ts'

/** A version of a scheme's competencies, valid for one cycle. */
export const framework = defineType({
  name: 'framework',
  title: 'Framework',
  type: 'document',
  icon: ThLargeIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().error('Write the title, such as “CET 2019 to 2021”.'),
    }),
    defineField({
      name: 'scheme',
      title: 'Scheme',
      type: 'string',
      initialValue: 'CET',
      validation: (rule) => rule.required().error('Write the scheme’s name, such as CET.'),
    }),
    defineField({
      name: 'version',
      title: 'Version',
      description: 'Any label that tells versions apart, such as 2019.',
      type: 'string',
      validation: (rule) => rule.required().error('Write a version label, such as 2019.'),
    }),
    defineField({
      name: 'cycleStart',
      title: 'Cycle starts on',
      type: 'date',
      options: { dateFormat: 'D MMMM YYYY' },
      validation: (rule) => rule.required().error('Choose the first day of the cycle.'),
    }),
    defineField({
      name: 'cycleEnd',
      title: 'Cycle ends on',
      type: 'date',
      options: { dateFormat: 'D MMMM YYYY' },
      validation: (rule) => [
        rule.required().error('Choose the last day of the cycle.'),
        rule.custom((cycleEnd, { document }) => {
          const cycleStart = document?.['cycleStart']
          return endsOnOrAfter(
            typeof cycleStart === 'string' ? cycleStart : undefined,
            cycleEnd,
            'The cycle would end before it starts. Choose a later day.',
          )
        }),
      ],
    }),
    defineField({
      name: 'note',
      title: 'How sure is this?',
      description: 'Where the list comes from and what must still be checked. Shown to members.',
      type: 'text',
      rows: 4,
      validation: (rule) =>
        rule.required().error('Say where the list comes from and how sure you are of it.'),
    }),
  ],
  preview: {
    select: { title: 'title', start: 'cycleStart', end: 'cycleEnd' },
    prepare: ({ title, start, end }: { title?: string; start?: string; end?: string }) => ({
      title: previewTitle(title, 'Untitled framework'),
      subtitle: previewLine(start && end && `${start} to ${end}`) ?? '',
      media: ThLargeIcon,
    }),
  },
})
