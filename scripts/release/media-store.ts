import { openAsBlob, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type LargeMedia, largeMediaFile, largeMediaSchema, mediaPartSize } from '../../core/index.ts'
import { UserError } from '../user-error.ts'
import type { WorkerAddress } from './worker-client.ts'

const sizeSchema = z.object({ size: z.number() })
const uploadSchema = z.object({ upload: z.string() })
const partSchema = z.object({ partNumber: z.number(), etag: z.string() })

/**
 * Takes to the media store what a built site expects there and the store lacks. Repeating it sends nothing twice.
 *
 * @param site the built site.
 * @param originals the folder in which the build kept files by their names.
 * @returns names of the files that were sent.
 * @throws UserError RELEASE_STREAM_MISSING, RELEASE_MEDIA_REFUSED or RELEASE_WORKER_UNREACHABLE; the site must not go
 *   live then.
 */
export async function fillMediaStore(
  worker: WorkerAddress,
  { site, originals }: { readonly site: string; readonly originals: string },
): Promise<string[]> {
  const expected: LargeMedia = largeMediaSchema.parse(
    JSON.parse(readFileSync(join(site, largeMediaFile), 'utf8')),
  )
  const missing: LargeMedia['streams'] = []
  for (const stream of expected.streams) {
    if ((await storedSize(worker, stream.path.slice('/media/'.length))) === undefined) missing.push(stream)
  }
  if (missing.length > 0) {
    throw new UserError(
      'RELEASE_STREAM_MISSING',
      `The media store does not hold every stream:\n${missing.map(({ path, title, video }) => `  - ${path}, of “${title}” (${video}, field stream)`).join('\n')}\n`,
      'Upload it with: npm run release -- --stream FOLDER --name NAME. Or clear the field in Studio: the video file plays instead.',
    )
  }
  const sent: string[] = []
  for (const { name } of expected.files) {
    if (await putMedia(worker, name, join(originals, name))) sent.push(name)
  }
  return sent
}

/**
 * Puts a file into the media store unless it is there with the same size.
 *
 * @param name below `/media/`.
 * @returns whether it was sent.
 * @throws UserError RELEASE_MEDIA_REFUSED or RELEASE_WORKER_UNREACHABLE
 */
export async function putMedia(worker: WorkerAddress, name: string, path: string): Promise<boolean> {
  const { size } = statSync(path)
  if ((await storedSize(worker, name)) === size) return false
  const file = await openAsBlob(path)
  const stored =
    size <= mediaPartSize
      ? await ask(worker, name, sizeSchema, { method: 'PUT', body: file })
      : await putInParts(worker, name, file)
  if (stored.size !== size) throw refused(name, `It holds ${stored.size} bytes of ${size}.`)
  return true
}

async function putInParts(worker: WorkerAddress, name: string, file: Blob): Promise<{ size: number }> {
  const { upload } = await ask(worker, name, uploadSchema, { method: 'POST' })
  const query = `?upload=${encodeURIComponent(upload)}`
  const parts: z.infer<typeof partSchema>[] = []
  for (let start = 0; start < file.size; start += mediaPartSize) {
    const body = file.slice(start, start + mediaPartSize)
    const to = `${name}${query}&part=${parts.length + 1}`
    parts.push(await ask(worker, to, partSchema, { method: 'PUT', body }))
  }
  return ask(worker, name + query, sizeSchema, { method: 'POST', body: JSON.stringify({ parts }) })
}

/** The size of a file in the store, in bytes; undefined when it is not there. */
async function storedSize(worker: WorkerAddress, name: string): Promise<number | undefined> {
  const answer = await send(worker, name, {})
  if (answer.status === 404) return undefined
  return (await read(answer, name, sizeSchema)).size
}

async function ask<Schema extends z.ZodType>(
  worker: WorkerAddress,
  to: string,
  schema: Schema,
  init: RequestInit,
): Promise<z.infer<Schema>> {
  return read(await send(worker, to, init), to.split('?')[0] ?? to, schema)
}

async function send(worker: WorkerAddress, to: string, init: RequestInit): Promise<Response> {
  const url = new URL(`/api/release/media/${to}`, worker.url)
  return fetch(url, { ...init, headers: { authorization: `Bearer ${worker.releaseToken}` } }).catch(
    (error: unknown) => {
      throw new UserError(
        'RELEASE_WORKER_UNREACHABLE',
        `The Worker at ${url.origin} did not answer (${error instanceof Error ? error.message : String(error)}).`,
        'Start it, or correct SITE_URL, and run the release again: what has arrived is not sent again.',
      )
    },
  )
}

async function read<Schema extends z.ZodType>(
  answer: Response,
  name: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await answer.text()
  if (!answer.ok) throw refused(name, text)
  return schema.parse(JSON.parse(text))
}

function refused(name: string, why: string): UserError {
  return new UserError(
    'RELEASE_MEDIA_REFUSED',
    `The media store did not take ${name}: ${why}`,
    'Check that the Worker has an R2 bucket bound as MEDIA and that RELEASE_TOKEN is its own, then release again.',
  )
}
