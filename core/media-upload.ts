import { z } from 'zod'

/**
 * Size of the parts in which a file is sent to the media store, in bytes. Cloudflare takes requests of up to 100 MB, and
 * its store wants parts of one size, of 5 MiB at least; only the last may be smaller.
 */
export const mediaPartSize = 32 * 1024 * 1024

/** A file that is named by the SHA-1 of its bytes, or one of a stream: names below `/media/`. */
export const mediaNamePattern =
  /^(?:[0-9a-f]{40}\.[a-z0-9]+|streams\/[a-z0-9][a-z0-9-]*\/(?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.[a-z0-9]+)$/

/** The playlist of an HLS stream in the media store, as an editor names it. */
export const streamPathPattern = /^\/media\/streams\/[a-z0-9][a-z0-9-]*\/index\.m3u8$/

/** The end of an upload in parts: what the store said of each part, in order. */
export const uploadedPartsSchema = z.strictObject({
  parts: z.array(z.strictObject({ partNumber: z.int().positive(), etag: z.string().min(1) })).min(1),
})
