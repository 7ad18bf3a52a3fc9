import { CommentIcon } from '@sanity/icons/Comment'
import { defineField, defineType } from 'sanity'
import { startSecondsField } from '../fields/start-seconds.ts'
import { clockTime, previewLine, previewTitle } from '../preview.ts'

/** A passage of what is said in a video. */
export const transcriptPassage = defineType({
  name: 'transcriptPassage',
  title: 'Passage',
  type: 'object',
  icon: CommentIcon,
  fields: [
    startSecondsField,
    defineField({
      name: 'speaker',
      title: 'Speaker',
      description: 'When somebody begins to speak; leave empty while the same person goes on.',
      type: 'string',
    }),
    defineField({
      name: 'text',
      title: 'Text',
      type: 'text',
      rows: 4,
      validation: (rule) => rule.required().error('Write what is said, and in brackets what is only seen.'),
    }),
  ],
  preview: {
    select: { text: 'text', speaker: 'speaker', start: 'startSeconds' },
    prepare: ({ text, speaker, start }: { text?: string; speaker?: string; start?: number }) => {
      const subtitle = previewLine(start !== undefined && clockTime(start), speaker)
      return { title: previewTitle(text, 'Empty passage'), ...(subtitle && { subtitle }) }
    },
  },
})
