import { z } from 'zod'

/** Name of the file in which the site’s build says what the media store must hold for its pages. */
export const largeMediaFile = 'large-media.json'

/** What a built site expects of the media store. */
export const largeMediaSchema = z.strictObject({
  /** Files above the limit of the site’s own files; names below `/media/`, sizes in bytes. */
  files: z.array(z.strictObject({ name: z.string().min(1), bytes: z.int().positive() })),
  /** Playlists of streams, with the ID and the title of the video that names each. */
  streams: z.array(z.strictObject({ path: z.string(), video: z.string(), title: z.string() })),
})

/** See {@link largeMediaSchema}. */
export type LargeMedia = z.infer<typeof largeMediaSchema>
