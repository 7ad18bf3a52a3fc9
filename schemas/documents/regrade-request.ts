import { RefreshIcon } from '@sanity/icons/Refresh'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { counted, previewLine, previewTitle } from '../preview.ts'

/**
 * An editor's request to mark earlier attempts at an exam anew, after its key or pass mark was corrected. Studio makes it
 * when the correction is published; officers carry it out. It has no draft: what is asked for is asked for.
 *
 * The exam is referred to weakly: attempts and versions live in the Worker's records, so a request neither keeps an exam
 * from being removed nor is lost with it.
 */
export const regradeRequest = defineType({
  name: 'regradeRequest',
  title: 'Regrade request',
  type: 'document',
  icon: RefreshIcon,
  liveEdit: true,
  fields: [
    defineField({
      name: 'exam',
      title: 'Exam',
      type: 'reference',
      to: [{ type: 'exam' }],
      weak: true,
      options: { disableNew: true },
      validation: (rule) => rule.required().error('Choose the exam whose attempts should be marked anew.'),
    }),
    defineField({
      name: 'requestedAt',
      title: 'Requested at',
      description: 'Attempts that were sent before this moment are meant.',
      type: 'datetime',
      initialValue: () => new Date().toISOString(),
      validation: (rule) => rule.required().error('Say up to which moment attempts are meant.'),
    }),
    defineField({
      name: 'changes',
      title: 'What changed',
      type: 'array',
      of: [defineArrayMember({ type: 'text', rows: 2 })],
      validation: (rule) => rule.required().min(1).error('Say what was corrected.'),
    }),
    defineField({
      name: 'state',
      title: 'State',
      description: 'Nothing is regraded by this request itself: officers do that, then set it to done.',
      type: 'string',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          { value: 'open', title: 'Open' },
          { value: 'done', title: 'Done' },
        ],
      },
      initialValue: 'open',
      validation: (rule) => rule.required().error('Say whether this is still to be done.'),
    }),
    defineField({
      name: 'note',
      title: 'Note',
      description:
        'For the officers. Write nothing about a member here: their records are not kept in Studio.',
      type: 'text',
      rows: 3,
    }),
  ],
  orderings: [
    {
      name: 'requestedAt',
      title: 'Requested, newest first',
      by: [{ field: 'requestedAt', direction: 'desc' }],
    },
  ],
  preview: {
    select: { exam: 'exam.title', state: 'state', requestedAt: 'requestedAt', changes: 'changes' },
    prepare: ({ exam, state, requestedAt, changes }: RegradeSelection) => ({
      title: previewTitle(exam, 'Exam that is gone'),
      subtitle:
        previewLine(
          state === 'done' ? 'Done' : 'Open',
          requestedAt?.slice(0, 10),
          Array.isArray(changes) && counted(changes.length, 'change'),
        ) ?? '',
      media: RefreshIcon,
    }),
  },
})

interface RegradeSelection {
  exam?: string
  state?: string
  requestedAt?: string
  changes?: unknown
}
