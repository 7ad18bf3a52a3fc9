import { TargetIcon } from '@sanity/icons/Target'
import { defineArrayMember, defineField, defineType, type NumberRule } from 'sanity'
import { confidenceField } from '../fields/confidence.ts'
import { counted, previewLine, previewTitle } from '../preview.ts'
import { requiredAnd } from '../rules/required.ts'
import { withinTotal } from '../rules/requirements.ts'

const amount = 'Write a number of points, 0 or more, or clear the field.'

/** A minimum that is a part of the total and may be left out. */
const partOfTotal = (rule: NumberRule) => [
  rule.min(0).error(amount),
  rule.custom((part, { parent }) =>
    withinTotal(part, isObject(parent) && 'points' in parent ? parent.points : undefined),
  ),
]

/** What one registrant type must reach in a cycle. A field that is left empty asks for nothing. */
export const requirement = defineType({
  name: 'requirement',
  title: 'Requirement',
  type: 'object',
  icon: TargetIcon,
  fields: [
    defineField({
      name: 'registrantType',
      title: 'Registrant type',
      type: 'reference',
      to: [{ type: 'registrantType' }],
      options: { disableNew: true },
      validation: (rule) => rule.required().error('Choose who must meet this requirement.'),
    }),
    defineField({
      name: 'points',
      title: 'Points in all',
      description: 'Specialist points included.',
      type: 'number',
      validation: (rule) =>
        requiredAnd(rule, (set) => set.greaterThan(0).max(1000), 'Write the total of points, above 0.'),
    }),
    defineField({
      name: 'interactivePoints',
      title: 'Interactive points at least',
      type: 'number',
      validation: partOfTotal,
    }),
    defineField({
      name: 'specialistPoints',
      title: 'Specialist points at least',
      description: 'How many of the points in all must be of the type’s own specialty.',
      type: 'number',
      validation: partOfTotal,
    }),
    defineField({
      name: 'specialistName',
      title: 'What the specialist points are called',
      description: 'In lower case, such as “contact lens specialty points”.',
      type: 'string',
      validation: (rule) =>
        rule.custom((name, { parent }) => {
          const specialist = isObject(parent) && 'specialistPoints' in parent && parent.specialistPoints
          if (typeof specialist !== 'number' || name?.trim()) return true
          return 'Write what the specialist points are called.'
        }),
    }),
    defineField({
      name: 'providerLedPoints',
      title: 'Provider-led points at least',
      type: 'number',
      validation: partOfTotal,
    }),
    defineField({
      name: 'yearlyPoints',
      title: 'Points in each year at least',
      type: 'number',
      validation: partOfTotal,
    }),
    defineField({
      name: 'yearsWaived',
      title: 'Years without that minimum',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'number',
          validation: (rule) =>
            requiredAnd(
              rule,
              (year) => year.integer().min(1900).max(2999),
              'Write a year with four digits, such as 2020.',
            ),
        }),
      ],
      validation: (rule) => rule.unique().error('This year is listed twice. Remove one of them.'),
    }),
    defineField({
      name: 'everyUnit',
      title: 'Every competency or domain of the type must be covered',
      type: 'boolean',
      initialValue: true,
      validation: (rule) => rule.required().error('Say whether every competency or domain must be covered.'),
    }),
    defineField({
      name: 'pointsPerUnit',
      title: 'Points in each competency or domain at least',
      description: 'Leave empty where covering it is enough.',
      type: 'number',
      validation: partOfTotal,
    }),
    defineField({
      name: 'peerReviews',
      title: 'Peer reviews at least',
      description: '0 for a type that is exempt.',
      type: 'number',
      initialValue: 1,
      validation: (rule) =>
        requiredAnd(rule, (set) => set.integer().min(0).max(100), 'Write a whole number, 0 for none.'),
    }),
    defineField({
      name: 'documents',
      title: 'Documents',
      description: 'What must be written besides, such as a personal development plan.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          validation: (rule) => rule.required().error('Name the document, or remove the line.'),
        }),
      ],
      validation: (rule) => rule.unique().error('This document is listed twice. Remove one of them.'),
    }),
    defineField({
      name: 'partWay',
      title: 'For who joined part-way',
      description: 'In a sentence or two.',
      type: 'text',
      rows: 2,
    }),
    confidenceField,
    defineField({
      name: 'source',
      title: 'Source',
      description: 'Where this comes from and what must still be checked. Shown to members.',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('Say where this comes from, or what must be checked.'),
    }),
  ],
  preview: {
    select: { type: 'registrantType.title', points: 'points', interactive: 'interactivePoints' },
    prepare: ({ type, points, interactive }: RequirementSelection) => ({
      title: previewTitle(type, 'No registrant type yet'),
      subtitle:
        previewLine(
          points !== undefined && counted(points, 'point'),
          interactive !== undefined && `${interactive} interactive`,
        ) ?? '',
      media: TargetIcon,
    }),
  },
})

interface RequirementSelection {
  type?: string
  points?: number
  interactive?: number
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
