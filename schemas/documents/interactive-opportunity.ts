import { CalendarIcon } from '@sanity/icons/Calendar'
import { CommentIcon } from '@sanity/icons/Comment'
import { UsersIcon } from '@sanity/icons/Users'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { counted, previewLine, previewTitle } from '../preview.ts'
import { audienceLine, audienceSelection, dayLine } from '../preview-facts.ts'
import { objectiveSuitsAudience } from '../rules/competencies.ts'
import { isReferenceList } from '../rules/references.ts'
import { requiredAnd } from '../rules/required.ts'
import { isTimeZone } from '../rules/time-zone.ts'
import { venueFitsPlace } from '../rules/venue.ts'

const kinds = [
  { value: 'webinar', title: 'Webinar' },
  { value: 'peer-discussion', title: 'Peer discussion' },
  { value: 'peer-review', title: 'Peer review' },
  { value: 'workshop', title: 'Workshop' },
  { value: 'conference', title: 'Conference' },
]

/** Something that members take part in with others: it earns the interactive points that the pack cannot give. */
export const interactiveOpportunity = defineType({
  name: 'interactiveOpportunity',
  title: 'Interactive opportunity',
  type: 'document',
  icon: CommentIcon,
  groups: [
    { name: 'content', title: 'Content', icon: CommentIcon, default: true },
    { name: 'date', title: 'Date and booking', icon: CalendarIcon },
    { name: 'learning', title: 'Points and audience', icon: UsersIcon },
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      validation: (rule) => [
        rule.required().error('Write the title.'),
        rule
          .max(120)
          .warning('Shorten the title below 120 characters: longer ones are hard to scan in lists.'),
      ],
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      group: 'content',
      options: {
        layout: 'radio',
        list: kinds,
      },
      validation: (rule) => rule.required().error('Choose what kind of meeting this is.'),
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'What it is about and how one takes part, in two or three sentences.',
      type: 'text',
      rows: 3,
      group: 'content',
      validation: (rule) => [
        rule.required().error('Write in two or three sentences what it is about.'),
        rule.max(400).warning('Shorten the summary below 400 characters.'),
      ],
    }),
    defineField({
      name: 'provider',
      title: 'Provider',
      description: 'Who holds it.',
      type: 'string',
      group: 'content',
      validation: (rule) => rule.required().error('Write who holds it.'),
    }),
    defineField({
      name: 'cancelled',
      title: 'Cancelled',
      description: 'It stays in the list, marked, so that people who have booked learn of it.',
      type: 'boolean',
      group: 'date',
      initialValue: false,
    }),
    defineField({
      name: 'startsAt',
      title: 'Starts at',
      description: 'It leaves the site’s lists at this moment.',
      type: 'datetime',
      group: 'date',
      options: {
        dateFormat: 'D MMMM YYYY',
        timeFormat: 'HH:mm',
        timeStep: 5,
        displayTimeZone: 'Europe/London',
      },
      validation: (rule) => rule.required().error('Choose day and time.'),
    }),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      description: 'Whose clock the site tells the time by.',
      type: 'string',
      initialValue: 'Europe/London',
      group: 'date',
      validation: (rule) => [
        rule.required().error('Write the time zone, such as Europe/London.'),
        rule.custom(isTimeZone),
      ],
    }),
    defineField({
      name: 'minutes',
      title: 'Duration (minutes)',
      type: 'number',
      group: 'date',
      initialValue: 60,
      validation: (rule) =>
        requiredAnd(rule, (set) => set.integer().min(5).max(1440), 'Write whole minutes, from 5 to 1440.'),
    }),
    defineField({
      name: 'place',
      title: 'Place',
      type: 'string',
      group: 'date',
      options: {
        layout: 'radio',
        list: [
          { value: 'online', title: 'Online' },
          { value: 'venue', title: 'At a venue' },
        ],
      },
      initialValue: 'online',
      validation: (rule) => rule.required().error('Choose whether it is online or at a venue.'),
    }),
    defineField({
      name: 'venue',
      title: 'Venue',
      description: 'Name and town; only for a meeting at a venue.',
      type: 'string',
      group: 'date',
      validation: (rule) => rule.custom((venue, { document }) => venueFitsPlace(document?.['place'], venue)),
    }),
    defineField({
      name: 'bookingUrl',
      title: 'Address for booking',
      type: 'url',
      group: 'date',
      validation: (rule) => [
        rule.required().error('Write where members can book.'),
        rule.uri({ scheme: ['https'] }).error('Write a full address that starts with https://.'),
      ],
    }),
    defineField({
      name: 'points',
      title: 'Interactive points',
      type: 'number',
      group: 'learning',
      initialValue: 1,
      validation: (rule) =>
        requiredAnd(rule, (set) => set.greaterThan(0).max(36), 'Write how many points it earns, above 0.'),
    }),
    defineField({
      name: 'audience',
      title: 'Audience',
      description: 'The registrant types that it is approved for.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          to: [{ type: 'registrantType' }],
          options: { disableNew: true },
        }),
      ],
      group: 'learning',
      validation: (rule) => [
        ...requiredAnd(rule, (set) => set.min(1), 'Choose at least one registrant type.'),
        rule.unique().error('This registrant type is listed twice. Remove one of them.'),
      ],
    }),
    defineField({
      name: 'competencies',
      title: 'Competencies or domains',
      description: 'What it counts towards. Only those of the audience are offered.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          to: [{ type: 'competency' }],
          options: {
            disableNew: true,
            filter: ({ document }) => {
              const audience = document['audience']
              if (!isReferenceList(audience)) return {}
              return {
                filter: 'registrantType._ref in $types',
                params: { types: audience.map(({ _ref }) => _ref) },
              }
            },
          },
        }),
      ],
      group: 'learning',
      validation: (rule) => [
        ...requiredAnd(rule, (set) => set.min(1), 'Choose at least one competency or domain.'),
        rule.unique().error('This is listed twice. Remove one of them.'),
        rule.custom(objectiveSuitsAudience).warning(),
      ],
    }),
  ],
  orderings: [
    { name: 'startsAt', title: 'Date, soonest first', by: [{ field: 'startsAt', direction: 'asc' }] },
    { name: 'startsAtDesc', title: 'Date, latest first', by: [{ field: 'startsAt', direction: 'desc' }] },
  ],
  preview: {
    select: {
      title: 'title',
      startsAt: 'startsAt',
      kind: 'kind',
      points: 'points',
      cancelled: 'cancelled',
      ...audienceSelection,
    },
    prepare: ({ title, startsAt, kind, points, cancelled, ...audience }: OpportunitySelection) => ({
      title: previewTitle(title, 'Untitled opportunity'),
      subtitle:
        previewLine(
          cancelled === true && 'Cancelled',
          dayLine(startsAt) ?? 'No date yet',
          kinds.find(({ value }) => value === kind)?.title,
          points !== undefined && counted(points, 'interactive point'),
          audienceLine(audience),
        ) ?? '',
      media: CommentIcon,
    }),
  },
})

interface OpportunitySelection {
  title?: string
  startsAt?: string
  kind?: string
  points?: number
  cancelled?: boolean
  [audience: `audience${number}`]: unknown
}
