import { z } from 'zod'
import { streamPathPattern } from '../../core/index.ts'
import { any, key, optionalText, some, text } from './fields.ts'
import { fileSchema, itemShape, posterSchema } from './schema-shared.ts'

const startSeconds = z.number({ error: 'Write the start in seconds.' }).min(0, 'Write the start in seconds.')

/** A video, without its exam. */
export const videoSchema = z.object({
  ...itemShape,
  _type: z.literal('video'),
  file: fileSchema('Upload the video as an MP4 file.'),
  stream: optionalText.refine(
    (path) => path === undefined || streamPathPattern.test(path),
    'Write the stream’s address as /media/streams/NAME/index.m3u8, or clear the field.',
  ),
  poster: posterSchema,
  captions: fileSchema('Upload the captions as a .vtt file.'),
  captionsLanguage: z
    .string({ error: 'Write a language tag such as en-GB.' })
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'Write a language tag such as en-GB.'),
  durationSeconds: z
    .number({ error: 'Write how long the video is, in seconds.' })
    .positive('Write how long the video is, in seconds.'),
  chapters: any(z.object({ _key: key, title: text('Write the chapter’s title.'), startSeconds })),
  transcript: some(
    z.object({
      _key: key,
      startSeconds,
      speaker: optionalText,
      text: text('Write what is said in this passage.'),
    }),
    'Add the transcript.',
  ),
})
