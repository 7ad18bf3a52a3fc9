import { CalendarIcon } from '@sanity/icons/Calendar'
import { PackageIcon } from '@sanity/icons/Package'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { counted, previewLine, previewTitle } from '../preview.ts'
import {
  daysLine,
  packItemsCount,
  packItemsSelection,
  packPointsLine,
  packPointsSelection,
  packStateLine,
} from '../preview-facts.ts'
import { endsOnOrAfter } from '../rules/dates.ts'
import { requiredAnd } from '../rules/required.ts'
import { isSlug, slugIsUniqueAmong } from '../rules/slug.ts'
import { isTimeZone } from '../rules/time-zone.ts'

/** A pack: which items, for how long. */
export const pack = defineType({
  name: 'pack',
  title: 'Pack',
  type: 'document',
  icon: PackageIcon,
  groups: [
    { name: 'content', title: 'Content', icon: PackageIcon, default: true },
    { name: 'window', title: 'Opening', icon: CalendarIcon },
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      validation: (rule) => rule.required().error('Write the title.'),
    }),
    defineField({
      name: 'slug',
      title: 'Address',
      type: 'slug',
      group: 'content',
      options: { source: 'title', maxLength: 80, isUnique: slugIsUniqueAmong(['pack']) },
      validation: (rule) =>
        rule
          .required()
          .error('Press Generate to make the address from the title.')
          .custom((slug) => isSlug(slug?.current)),
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'Public: shown on the landing page to everybody.',
      type: 'text',
      rows: 3,
      group: 'content',
      validation: (rule) => rule.required().error('Write in two or three sentences what the pack offers.'),
    }),
    defineField({
      name: 'introduction',
      title: 'Introduction',
      description: 'Shown above the list of items.',
      type: 'text',
      rows: 5,
      group: 'content',
      validation: (rule) => rule.required().error('Write how to use the pack.'),
    }),
    defineField({
      name: 'items',
      title: 'Items',
      description: 'In the order in which they are listed. Drag to change it.',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'article' }, { type: 'video' }] })],
      group: 'content',
      validation: (rule) => [
        ...requiredAnd(rule, (set) => set.min(1), 'Add at least one article or video.'),
        rule.unique().error('This item is listed twice. Remove one of them.'),
      ],
    }),
    defineField({
      name: 'framework',
      title: 'Framework',
      description: 'The competencies that the pack is measured against.',
      type: 'reference',
      to: [{ type: 'framework' }],
      group: 'content',
      validation: (rule) =>
        rule.required().error('Choose the competency framework. A new one must be published first.'),
    }),
    defineField({
      name: 'opensOn',
      title: 'Opens on',
      description: 'From the beginning of this day.',
      type: 'date',
      options: { dateFormat: 'D MMMM YYYY' },
      group: 'window',
      validation: (rule) => rule.required().error('Choose the first day.'),
    }),
    defineField({
      name: 'closesOn',
      title: 'Closes on',
      description: 'Until the end of this day: exams can be handed in on it.',
      type: 'date',
      options: { dateFormat: 'D MMMM YYYY' },
      group: 'window',
      validation: (rule) => [
        rule.required().error('Choose the last day.'),
        rule.custom((closesOn, { document }) => {
          const opensOn = document?.['opensOn']
          return endsOnOrAfter(
            typeof opensOn === 'string' ? opensOn : undefined,
            closesOn,
            'The pack would close before it opens. Choose the opening day or a later one.',
          )
        }),
      ],
    }),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      description: 'Where the days begin and end.',
      type: 'string',
      initialValue: 'Europe/London',
      group: 'window',
      validation: (rule) => [
        rule.required().error('Write the time zone, such as Europe/London.'),
        rule.custom(isTimeZone),
      ],
    }),
    defineField({
      name: 'acceptanceAdvice',
      title: 'Advice on accepting points',
      description: 'What members must do, and by when, so that their points count.',
      type: 'text',
      rows: 4,
      group: 'window',
      validation: (rule) => rule.required().error('Tell members how and by when to accept their points.'),
    }),
  ],
  orderings: [
    { name: 'opensOn', title: 'Opening day, newest first', by: [{ field: 'opensOn', direction: 'desc' }] },
  ],
  preview: previewAt(Date.now),
})

/**
 * A pack whose preview goes by another clock than this machine's.
 *
 * @param now - milliseconds of the Unix epoch
 */
export function packAt(now: () => number): typeof pack {
  return { ...pack, preview: previewAt(now) }
}

function previewAt(now: () => number) {
  return {
    select: {
      title: 'title',
      opensOn: 'opensOn',
      closesOn: 'closesOn',
      timeZone: 'timeZone',
      ...packItemsSelection,
      ...packPointsSelection,
    },
    prepare: ({ title, ...facts }: PackSelection) => ({
      title: previewTitle(title, 'Untitled pack'),
      subtitle:
        previewLine(
          packStateLine(facts, now()),
          daysLine(facts['opensOn'], facts['closesOn']),
          packItemsCount(facts) > 0 ? counted(packItemsCount(facts), 'item') : 'No items yet',
          packPointsLine(facts),
        ) ?? '',
      media: PackageIcon,
    }),
  }
}

interface PackSelection extends Readonly<Record<string, unknown>> {
  title?: string
}
