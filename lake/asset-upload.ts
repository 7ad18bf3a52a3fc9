import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import { identityOf, requireEditor } from './access.ts'
import { assetUrl } from './asset-address.ts'
import type { JsonObject } from './documents.ts'
import { ApiError, dataError } from './errors.ts'
import { type Call, sendJson } from './http.ts'
import type { Lake } from './lake.ts'

/** Largest upload, in bytes. */
export const MAX_ASSET_BYTES = 512 * 1024 * 1024

const EXTENSIONS: Record<string, string> = {
  'application/json': 'json',
  'application/pdf': 'pdf',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/vtt': 'vtt',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
}

/** What sharp calls a format: its extension in asset IDs, and its media type. */
const IMAGE_FORMATS: Record<string, { extension: string; mimeType: string }> = {
  jpeg: { extension: 'jpg', mimeType: 'image/jpeg' },
  png: { extension: 'png', mimeType: 'image/png' },
  webp: { extension: 'webp', mimeType: 'image/webp' },
  gif: { extension: 'gif', mimeType: 'image/gif' },
  svg: { extension: 'svg', mimeType: 'image/svg+xml' },
  tiff: { extension: 'tif', mimeType: 'image/tiff' },
  heif: { extension: 'avif', mimeType: 'image/avif' },
}

/**
 * `POST /assets/images|files/<dataset>`: keeps the bytes under their SHA-1 and answers with the asset's document. The same
 * bytes again give the same document. Only editors may.
 */
export async function answerUpload(call: Call, lake: Lake): Promise<void> {
  requireEditor(call.caller, 'create')
  const kind = call.segments[1] === 'images' ? 'image' : 'file'
  const contentType = (call.request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (contentType.startsWith('multipart/')) {
    throw dataError(415, 'unsupportedMediaType', 'Send the bytes of the asset as the body, not as a form')
  }
  const received = await receive(call, lake.folder)
  try {
    const described =
      kind === 'image'
        ? await describeImage(received)
        : describeFile(received, contentType, call.query.get('filename'))
    await rename(received.file, join(lake.folder, 'assets', described.storedName))
    await syncFolder(join(lake.folder, 'assets'))
    sendJson(call.response, 200, { document: keepDocument(call, lake, kind, received, described) })
  } catch (error) {
    await rm(received.file, { force: true })
    throw error
  }
}

interface Received {
  file: string
  sha1: string
  size: number
}

interface Described {
  /** `<sha1>-<w>x<h>` or `<sha1>`. */
  assetId: string
  extension: string
  mimeType: string
  storedName: string
  metadata: JsonObject | null
}

/** Streams the body to a file beside the assets, which is on the disk when this returns. */
async function receive(call: Call, folder: string): Promise<Received> {
  const file = join(folder, 'assets', `.upload-${crypto.randomUUID()}`)
  const hash = createHash('sha1')
  let size = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > MAX_ASSET_BYTES) {
        done(dataError(413, 'requestTooLarge', `An asset has at most ${MAX_ASSET_BYTES} bytes`))
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(call.request, meter, createWriteStream(file, { flags: 'wx', flush: true }))
  } catch (error) {
    await rm(file, { force: true })
    if (error instanceof ApiError) throw error
    throw dataError(400, 'malformedRequest', 'The upload was cut short')
  }
  if (size === 0) {
    await rm(file, { force: true })
    throw dataError(400, 'validationError', 'The upload is empty')
  }
  return { file, sha1: hash.digest('hex'), size }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

async function describeImage({ file, sha1 }: Received): Promise<Described> {
  const metadata = await sharp(file)
    .metadata()
    .catch(() => null)
  const format = metadata ? IMAGE_FORMATS[metadata.format] : undefined
  if (!metadata || !format) {
    throw dataError(
      400,
      'invalidImage',
      'The upload is not an image that the lake can read (JPEG, PNG, WebP, GIF, SVG, TIFF, AVIF)',
    )
  }
  const { width, height } = metadata.autoOrient
  const [small, stats] = await Promise.all([
    sharp(file).autoOrient().resize(20).flatten({ background: '#ffffff' }).jpeg({ quality: 60 }).toBuffer(),
    sharp(file).stats(),
  ])
  const assetId = `${sha1}-${width}x${height}`
  return {
    assetId,
    ...format,
    storedName: `${assetId}.${format.extension}`,
    metadata: {
      _type: 'sanity.imageMetadata',
      hasAlpha: metadata.hasAlpha,
      isOpaque: stats.isOpaque,
      lqip: `data:image/jpeg;base64,${small.toString('base64')}`,
      dimensions: {
        _type: 'sanity.imageDimensions',
        aspectRatio: width / height,
        height,
        width,
      },
    },
  }
}

function describeFile({ sha1 }: Received, contentType: string, filename: string | null): Described {
  const fromName = extname(filename ?? '')
    .slice(1)
    .toLowerCase()
  const extension = /^[a-z0-9]{1,8}$/.test(fromName) ? fromName : (EXTENSIONS[contentType] ?? 'bin')
  const known = Object.entries(EXTENSIONS).find(([, value]) => value === extension)?.[0]
  const mimeType =
    known ?? (/^[a-z]+\/[a-z0-9.+-]+$/.test(contentType) ? contentType : 'application/octet-stream')
  return { assetId: sha1, extension, mimeType, storedName: `${sha1}.${extension}`, metadata: null }
}

function keepDocument(
  call: Call,
  lake: Lake,
  kind: 'image' | 'file',
  received: Received,
  described: Described,
) {
  const { assetId, extension, mimeType, storedName, metadata } = described
  const id = `${kind}-${assetId}-${extension}`
  const path = `${kind}s/${lake.projectId}/${lake.dataset}/${storedName}`
  const { query } = call
  const optional: JsonObject = {}
  for (const [field, parameter] of [
    ['originalFilename', 'filename'],
    ['label', 'label'],
    ['title', 'title'],
    ['description', 'description'],
    ['creditLine', 'creditLine'],
  ] as const) {
    const value = query.get(parameter)
    if (value !== null && value !== '') optional[field] = value
  }
  const sourceName = query.get('sourceName')
  if (sourceName) {
    optional['source'] = {
      id: query.get('sourceId') ?? '',
      name: sourceName,
      url: query.get('sourceUrl') ?? undefined,
    }
  }
  const document = {
    _id: id,
    _type: kind === 'image' ? 'sanity.imageAsset' : 'sanity.fileAsset',
    assetId,
    extension,
    mimeType,
    ...optional,
    path,
    sha1hash: received.sha1,
    size: received.size,
    uploadId: lake.store.randomId(),
    url: assetUrl(lake.url, path),
    ...(metadata ? { metadata } : {}),
  }
  const author = identityOf(call.caller)
  const done = lake.store.transact({ author, cause: 'asset' }, (work) => {
    work.createIfNotExists(document)
    return work.require(id)
  })
  return done.result
}
