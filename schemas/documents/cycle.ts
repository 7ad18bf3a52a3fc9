import { CalendarIcon } from '@sanity/icons/Calendar'
import { defineField, defineType } from 'sanity'
import { previewLine, previewTitle } from '../preview.ts'
import { endsOnOrAfter } from '../rules/dates.ts'

/** A period at whose end a registrant must have met the scheme's requirements. */
export const cycle = defineType({
  name: 'cycle',
  title: 'Cycle',
  type: 'document',
  icon: CalendarIcon,
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
      type: 'reference',
      to: [{ type: 'scheme' }],
      validation: (rule) =>
        rule.required().error('Choose the scheme of this cycle. A new one must be published first.'),
    }),
    defineField({
      name: 'startsOn',
      title: 'Starts on',
      type: 'date',
      options: { dateFormat: 'D MMMM YYYY' },
      validation: (rule) => rule.required().error('Choose the first day of the cycle.'),
    }),
    defineField({
      name: 'endsOn',
      title: 'Ends on',
      description: 'The last day that counts.',
      type: 'date',
      options: { dateFormat: 'D MMMM YYYY' },
      validation: (rule) => [
        rule.required().error('Choose the last day of the cycle.'),
        rule.custom((endsOn, { document }) => {
          const startsOn = document?.['startsOn']
          return endsOnOrAfter(
            typeof startsOn === 'string' ? startsOn : undefined,
            endsOn,
            'The cycle would end before it starts. Choose a later day.',
          )
        }),
      ],
    }),
    defineField({
      name: 'acceptBy',
      title: 'Accept by',
      description:
        'The last day on which registrants can accept points with the regulator, where points must be accepted.',
      type: 'date',
      options: { dateFormat: 'D MMMM YYYY' },
      validation: (rule) =>
        rule.custom((acceptBy, { document }) => {
          const startsOn = document?.['startsOn']
          return endsOnOrAfter(
            typeof startsOn === 'string' ? startsOn : undefined,
            acceptBy,
            'Points could not be accepted before the cycle starts. Choose a later day.',
          )
        }),
    }),
    defineField({
      name: 'note',
      title: 'Note',
      description: 'What is peculiar to this cycle, such as a year without a minimum. Shown to members.',
      type: 'text',
      rows: 3,
    }),
  ],
  orderings: [
    { name: 'startsOn', title: 'First day, newest first', by: [{ field: 'startsOn', direction: 'desc' }] },
  ],
  preview: {
    select: { title: 'title', startsOn: 'startsOn', endsOn: 'endsOn', scheme: 'scheme.abbreviation' },
    prepare: ({ title, startsOn, endsOn, scheme }: CycleSelection) => ({
      title: previewTitle(title, 'Untitled cycle'),
      subtitle: previewLine(scheme, startsOn && endsOn && `${startsOn} to ${endsOn}`) ?? '',
      media: CalendarIcon,
    }),
  },
})

interface CycleSelection {
  title?: string
  startsOn?: string
  endsOn?: string
  scheme?: string
}
