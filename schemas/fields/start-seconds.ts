import { defineField } from 'sanity'

/** Where a part of a video begins, in seconds from the video's beginning. */
export const startSecondsField = defineField({
  name: 'startSeconds',
  title: 'Starts at (seconds)',
  description: 'Seconds from the beginning of the video: 1 min 15 s is 75.',
  type: 'number',
  validation: (rule) =>
    rule.required().min(0).error('Write the start in seconds from the beginning, 0 or more.'),
})
