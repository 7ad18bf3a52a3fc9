import type { Context } from 'hono'
import type { App } from '../context.ts'
import { RequestError } from './problem.ts'
import { ifRangeHolds, readRange, sliceOf } from './ranges.ts'

/**
 * Answers with a media file or the part of it that was asked for, because players seek by range and the file server
 * does not know ranges. Members' media is kept by nobody on the way.
 *
 * @param asset the whole file.
 */
export async function mediaFile(c: Context<App>, asset: Response): Promise<Response> {
  if (asset.status !== 200 || asset.body === null) {
    throw new RequestError('request/not-found', 'There is no page or file of this name.')
  }
  const { body, size } = await sized(asset, asset.body)
  const etag = asset.headers.get('etag')
  const headers = new Headers({ 'accept-ranges': 'bytes' })
  headers.set('content-type', asset.headers.get('content-type') ?? 'application/octet-stream')
  if (etag !== null) headers.set('etag', etag)
  const range = ifRangeHolds(c.req.header('if-range') ?? null, etag)
    ? readRange(c.req.header('range') ?? null, size)
    : undefined
  const wantsBody = c.req.method !== 'HEAD'
  if (range === 'unsatisfiable') {
    await body.cancel()
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  if (range === undefined || !wantsBody) {
    headers.set('content-length', String(size))
    if (!wantsBody) await body.cancel()
    return new Response(wantsBody ? fixed(body, size) : null, { status: 200, headers })
  }
  const length = range.end - range.start + 1
  headers.set('content-range', `bytes ${range.start}-${range.end}/${size}`)
  headers.set('content-length', String(length))
  return new Response(fixed(sliceOf(body, range), length), { status: 206, headers })
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
