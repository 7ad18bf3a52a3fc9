import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { httpError } from './errors.ts'
import type { Call } from './http.ts'
import { transformImage, wantsTransform } from './image-transform.ts'
import type { Lake } from './lake.ts'

const MIME_TYPES: Record<string, string> = {
  avif: 'image/avif',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  json: 'application/json',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  webm: 'video/webm',
  webp: 'image/webp',
}

/** Asset bytes never change under their name. An uploaded SVG or page must not run script as the lake's own. */
const HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
}

/**
 * `GET /images|files/<project>/<dataset>/<name>`: bytes of an asset, to anybody who knows its name, as on hosted Sanity.
 * Files can be read in part (`Range`); images can be asked for in another size or format.
 */
export async function answerAsset(call: Call, lake: Lake): Promise<void> {
  const [kind, projectId, dataset, name, ...more] = call.segments
  const wellFormed = kind === 'images' ? /^[0-9a-f]{40}-\d+x\d+\.[a-z0-9]+$/ : /^[0-9a-f]{40}\.[a-z0-9]+$/
  if (
    projectId !== lake.projectId ||
    dataset !== lake.dataset ||
    !name ||
    !wellFormed.test(name) ||
    more.length > 0
  ) {
    throw httpError(404, 'Asset not found')
  }
  const file = join(lake.folder, 'assets', name)
  const found = await stat(file).catch(() => null)
  if (!found) throw httpError(404, 'Asset not found')
  if (kind === 'images' && wantsTransform(call.query)) {
    await sendImage(call, file, name)
    return
  }
  await sendFile(call, file, found.size, name)
}

async function sendImage(call: Call, file: string, name: string): Promise<void> {
  const { request, response, query } = call
  const etag = `"${createHash('sha1').update(`${name}?${query}|${request.headers.accept}`).digest('hex')}"`
  const headers = { ...HEADERS, etag, vary: 'origin, accept' }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  const { data, mimeType } = await transformImage(file, query, request.headers.accept ?? '')
  response.writeHead(200, { ...headers, 'content-type': mimeType, 'content-length': data.length })
  response.end(call.method === 'HEAD' ? undefined : data)
}

async function sendFile(call: Call, file: string, size: number, name: string): Promise<void> {
  const { request, response } = call
  const type = MIME_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  const headers: Record<string, string | number> = {
    ...HEADERS,
    'accept-ranges': 'bytes',
    'content-type': type,
    etag: `"${name}"`,
  }
  const download = call.query.get('dl')
  if (download !== null) {
    const filename = download === '' ? name : download.replaceAll(/[^\w.-]/g, '_')
    headers['content-disposition'] = `attachment; filename="${filename}"`
  }
  if (request.headers['if-none-match'] === `"${name}"`) {
    response.writeHead(304, headers).end()
    return
  }
  const range = readRange(request.headers.range, size)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${size}` }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  headers['content-length'] = end - start + 1
  if (range) headers['content-range'] = `bytes ${start}-${end}/${size}`
  response.writeHead(range ? 206 : 200, headers)
  if (call.method === 'HEAD') {
    response.end()
    return
  }
  // A player that seeks closes the connection in the middle; that is no fault.
  await pipeline(createReadStream(file, { start, end }), response).catch(() => response.destroy())
}

/** Reads a `Range` header of one range (RFC 9110, 14.1.2); undefined means "send everything". */
function readRange(header: string | undefined, size: number) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start >= size || start > end) return 'unsatisfiable' as const
  return { start, end }
}
