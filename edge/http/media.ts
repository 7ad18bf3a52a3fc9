import type { Context } from 'hono'
import type { App } from '../context.ts'
import { mediaTypeOf } from './media-types.ts'
import { RequestError } from './problem.ts'
import { type ByteRange, ifRangeHolds, readRange, sliceOf } from './ranges.ts'

/** A media file, wherever it is kept, before anybody knows which part of it is wanted. */
type StoredFile = {
  /** Bytes. */
  readonly size: number
  readonly etag: string | null
  readonly type: string | undefined
  /** Its bytes, or the part; undefined for all of them. Asked for once at most. */
  read(range: ByteRange | undefined): Promise<ReadableStream<Uint8Array>>
  /** Says that no bytes are wanted. */
  leave(): Promise<void>
}

/**
 * Answers with a media file or the part of it that was asked for, because players seek by range. The file is one of the
 * site’s own, or one that is too large for it and is kept in the media store. Members’ media is kept by nobody on the way.
 *
 * @param path begins with `/media/`.
 * @param asset what the site has of that name.
 * @throws RequestError request/not-found
 */
export async function mediaFile(c: Context<App>, path: string, asset: Response): Promise<Response> {
  const { media } = c.env.edge
  const file = (await ofSite(asset)) ?? (media && (await ofStore(media, path.slice('/media/'.length))))
  if (file === undefined)
    throw new RequestError('request/not-found', 'There is no page or file of this name.')
  const { size, etag } = file
  const headers = new Headers({ 'accept-ranges': 'bytes' })
  headers.set('content-type', mediaTypeOf(path) ?? file.type ?? 'application/octet-stream')
  if (etag !== null) headers.set('etag', etag)
  const range = ifRangeHolds(c.req.header('if-range') ?? null, etag)
    ? readRange(c.req.header('range') ?? null, size)
    : undefined
  if (range === 'unsatisfiable') {
    await file.leave()
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  if (c.req.method === 'HEAD') {
    await file.leave()
    headers.set('content-length', String(size))
    return new Response(null, { status: 200, headers })
  }
  const length = range === undefined ? size : range.end - range.start + 1
  headers.set('content-length', String(length))
  if (range !== undefined) headers.set('content-range', `bytes ${range.start}-${range.end}/${size}`)
  return new Response(fixed(await file.read(range), length), {
    status: range === undefined ? 200 : 206,
    headers,
  })
}

/** A file of the built site, whose server knows no ranges: the part is cut out of the whole. */
async function ofSite(asset: Response): Promise<StoredFile | undefined> {
  if (asset.status !== 200 || asset.body === null) {
    await asset.body?.cancel()
    return undefined
  }
  const { body, size } = await sized(asset, asset.body)
  return {
    size,
    etag: asset.headers.get('etag'),
    type: asset.headers.get('content-type') ?? undefined,
    read: async (range) => (range === undefined ? body : sliceOf(body, range)),
    leave: () => body.cancel(),
  }
}

/** A file of the store, which reads only the part that is wanted. */
async function ofStore(store: R2Bucket, name: string): Promise<StoredFile | undefined> {
  const found = await store.head(name)
  if (found === null) return undefined
  return {
    size: found.size,
    etag: found.httpEtag,
    type: found.httpMetadata?.contentType,
    async read(range) {
      const object = await store.get(name, {
        // Bytes of another file must not come under the headers of this one.
        onlyIf: { etagMatches: found.etag },
        ...(range !== undefined && {
          range: { offset: range.start, length: range.end - range.start + 1 },
        }),
      })
      if (object === null || !('body' in object)) {
        throw new RequestError('server/busy', 'The file was replaced while it was read.', {
          headers: { 'retry-after': '1' },
        })
      }
      return object.body
    },
    leave: async () => undefined,
  }
}

/** The file server tells the length of most files; one that it sends compressed has to be read to know. */
async function sized(
  asset: Response,
  body: ReadableStream<Uint8Array>,
): Promise<{ body: ReadableStream<Uint8Array>; size: number }> {
  const length = asset.headers.get('content-length')
  if (length !== null && !asset.headers.has('content-encoding')) return { body, size: Number(length) }
  const bytes = await new Response(body).bytes()
  return { body: new Blob([bytes]).stream(), size: bytes.byteLength }
}

/** The runtime announces the length of a body only when the stream itself promises it. */
function fixed(source: ReadableStream<Uint8Array>, length: number): ReadableStream<Uint8Array> {
  const promised = new FixedLengthStream(length)
  // A reader that goes away ends both; there is nobody left to tell.
  source.pipeTo(promised.writable).catch(() => undefined)
  return promised.readable
}
