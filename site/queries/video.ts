import { fileFields, imageFields } from './fragments.ts'

/** What only a video has. */
export const videoFields = `
  file{${fileFields}},
  stream,
  "poster": poster{alt, image{${imageFields}}},
  captions{${fileFields}},
  captionsLanguage,
  durationSeconds,
  "chapters": chapters[]{_key, title, startSeconds},
  "transcript": transcript[]{_key, startSeconds, speaker, text}
`
