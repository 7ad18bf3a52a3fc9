import { BookmarkIcon } from '@sanity/icons/Bookmark'
import { defineField, defineType } from 'sanity'
import { citesAListedWork } from '../rules/citations.ts'
import { isKeyedList } from '../rules/keyed.ts'

/** A mark in the text that cites a work of the reference list; its number is worked out where it is printed. */
export const citation = defineType({
  name: 'citation',
  title: 'Citation',
  type: 'object',
  icon: BookmarkIcon,
  fields: [
    defineField({
      name: 'work',
      title: 'Reference',
      description: 'A work of this document’s reference list (tab “Sources”).',
      type: 'string',
      validation: (rule) => [
        rule.required().error('Choose the reference that is cited here.'),
        rule.custom((work, { document }) => {
          const references = document?.['references']
          return citesAListedWork(work, isKeyedList(references) ? references : [])
        }),
      ],
    }),
  ],
  preview: {
    select: { work: 'work' },
    prepare: ({ work }: { work?: string }) => ({ title: work ? 'Citation' : 'Choose a reference' }),
  },
})
