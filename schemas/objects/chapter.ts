import { BookmarkIcon } from '@sanity/icons/Bookmark'
import { defineField, defineType } from 'sanity'
import { startSecondsField } from '../fields/start-seconds.ts'
import { clockTime, previewTitle } from '../preview.ts'

/** A part of a video that a viewer can jump to. */
export const chapter = defineType({
  name: 'chapter',
  title: 'Chapter',
  type: 'object',
  icon: BookmarkIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().error('Write what this chapter is about.'),
    }),
    startSecondsField,
  ],
  preview: {
    select: { title: 'title', start: 'startSeconds' },
    prepare: ({ title, start }: { title?: string; start?: number }) => ({
      title: previewTitle(title, 'Untitled chapter'),
      subtitle: start === undefined ? 'No start yet' : clockTime(start),
    }),
  },
})
