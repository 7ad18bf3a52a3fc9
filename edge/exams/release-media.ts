import { type Context, Hono } from 'hono'
import { mediaNamePattern, mediaPartSize, uploadedPartsSchema } from '../../core/index.ts'
import type { App } from '../context.ts'
import { parseJson, readText } from '../http/body.ts'
import { mediaTypeOf } from '../http/media-types.ts'
import { RequestError } from '../http/problem.ts'
import { requireReleaseToken } from './release-token.ts'

/**
 * The door of the media store: the release step asks here what the store has, and puts into it what the site is not to
 * carry. A file goes in whole up to the size of a part, and in parts beyond it.
 */
export const releaseMediaRoutes = new Hono<App>()

const path = '/api/release/media/:name{.+}'

releaseMediaRoutes.get(path, async (c) => {
  const { store, name } = await opened(c)
  const found = await store.head(name)
  if (found === null) throw new RequestError('request/not-found', 'The media store has no file of this name.')
  return c.json({ size: found.size })
})

releaseMediaRoutes.put(path, async (c) => {
  const { store, name, type } = await opened(c)
  const { upload, part } = c.req.query()
  const body = sentPart(c)
  if (upload === undefined) {
    // The store compares the bytes with the digest that the file is named by.
    const [digest] = /^[0-9a-f]{40}/.exec(name) ?? []
    const put = await store
      .put(name, body, { httpMetadata: { contentType: type }, ...(digest && { sha1: digest }) })
      .catch(refused)
    return c.json({ size: put.size })
  }
  const sent = await store
    .resumeMultipartUpload(name, upload)
    .uploadPart(Number(part) || 0, body)
    .catch(refused)
  return c.json(sent)
})

releaseMediaRoutes.post(path, async (c) => {
  const { store, name, type } = await opened(c)
  const { upload } = c.req.query()
  if (upload === undefined) {
    const begun = await store.createMultipartUpload(name, { httpMetadata: { contentType: type } })
    return c.json({ upload: begun.uploadId })
  }
  const sent = uploadedPartsSchema.safeParse(parseJson(await readText(c.req.raw, 1_000_000)))
  if (!sent.success)
    throw new RequestError('release/invalid', 'The list of parts is missing or of the wrong shape.')
  const whole = await store.resumeMultipartUpload(name, upload).complete(sent.data.parts).catch(refused)
  return c.json({ size: whole.size })
})

/**
 * The store and the file that a request is about.
 *
 * @throws RequestError release/forbidden, release/no-media-store, release/invalid
 */
async function opened(c: Context<App>): Promise<{ store: R2Bucket; name: string; type: string }> {
  await requireReleaseToken(c)
  const name = c.req.param('name') ?? ''
  const type = mediaTypeOf(name)
  if (!mediaNamePattern.test(name) || type === undefined) {
    throw new RequestError('release/invalid', 'No medium of this site has such a name.')
  }
  const store = c.env.edge.media
  if (store === undefined) {
    throw new RequestError('release/no-media-store', 'The Worker has no binding MEDIA.')
  }
  return { store, name, type }
}

/** The body of a request, which must tell its length: the store wants to know it beforehand. */
function sentPart(c: Context<App>): ReadableStream<Uint8Array> {
  const length = Number(c.req.header('content-length'))
  if (length > mediaPartSize) {
    throw new RequestError('request/too-large', `At most ${mediaPartSize} bytes can be sent at once.`)
  }
  const { body } = c.req.raw
  if (!(length > 0) || body === null) throw new RequestError('release/invalid', 'There is nothing in it.')
  return body.pipeThrough(new FixedLengthStream(length))
}

/** The store’s own refusals are about what was sent: other bytes than the name says, or parts that do not fit. */
function refused(error: unknown): never {
  throw new RequestError('release/invalid', error instanceof Error ? error.message : String(error))
}
