import { defineField } from 'sanity'
import { requiredAnd } from '../rules/required.ts'

/** Where a part of a video begins, in seconds from the video's beginning. */
export const startSecondsField = defineField({
  name: 'startSeconds',
  title: 'Starts at (seconds)',
  description: 'Seconds from the beginning of the video: 1 min 15 s is 75.',
  type: 'number',
  validation: (rule) =>
    requiredAnd(rule, (set) => set.min(0), 'Write the start in seconds from the beginning, 0 or more.'),
})
