import { ThLargeIcon } from '@sanity/icons/ThLarge'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { counted, previewLine, previewTitle } from '../preview.ts'
import { requiredAnd } from '../rules/required.ts'
import { requirementsDiffer } from '../rules/requirements.ts'

/** A version of what a cycle asks for: its requirements, and the units that refer to it. */
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
      name: 'cycle',
      title: 'Cycle',
      type: 'reference',
      to: [{ type: 'cycle' }],
      validation: (rule) =>
        rule.required().error('Choose the cycle of this framework. A new one must be published first.'),
    }),
    defineField({
      name: 'version',
      title: 'Version',
      description: 'Any label that tells versions apart, such as 2019.',
      type: 'string',
      validation: (rule) => rule.required().error('Write a version label, such as 2019.'),
    }),
    defineField({
      name: 'requirements',
      title: 'Requirements',
      description: 'What each registrant type must reach in the cycle.',
      type: 'array',
      of: [defineArrayMember({ type: 'requirement' })],
      validation: (rule) => [
        ...requiredAnd(rule, (set) => set.min(1), 'Add the requirement of at least one registrant type.'),
        rule.custom(requirementsDiffer),
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
  orderings: [{ name: 'title', title: 'Title', by: [{ field: 'title', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', version: 'version', cycle: 'cycle.title', requirements: 'requirements' },
    prepare: ({ title, version, cycle, requirements }: FrameworkSelection) => ({
      title: previewTitle(title, 'Untitled framework'),
      subtitle:
        previewLine(
          cycle ?? 'No cycle yet',
          version && `version ${version}`,
          Array.isArray(requirements) && counted(requirements.length, 'requirement'),
        ) ?? '',
      media: ThLargeIcon,
    }),
  },
})

interface FrameworkSelection {
  title?: string
  version?: string
  cycle?: string
  requirements?: unknown
}
