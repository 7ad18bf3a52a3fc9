import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { SiteError } from '../errors.ts'
import { mediaName } from './names.ts'

/** A file of the lake. */
export type Original = { readonly _id: string; readonly url: string }

/** A file that is too large for the site. */
export type LargeFile = {
  /** Its name below `/media/`. */
  readonly name: string
  readonly bytes: number
}

/**
 * Puts files of the lake below a folder of the site. Each is downloaded once and kept by its digest; what is kept is
 * never asked for again.
 *
 * @param options.limit the size, in bytes, above which a file stays out of the site.
 * @param options.token sent only to `options.lake`, the lake’s own address, never to another host.
 * @returns the files that stayed out; they are in `options.cache` under their names.
 * @throws SiteError ASSET_UNREADABLE when a file does not arrive whole.
 */
export async function placeOriginals(
  originals: readonly Original[],
  options: {
    readonly cache: string
    readonly into: string
    readonly limit: number
    readonly lake: string | undefined
    readonly token: string | undefined
  },
): Promise<LargeFile[]> {
  await Promise.all([mkdir(options.cache, { recursive: true }), mkdir(options.into, { recursive: true })])
  const placed = await Promise.all(
    originals.map(async (original) => {
      const name = mediaName(original._id)
      const kept = join(options.cache, name)
      const bytes = (await sizeOf(kept)) ?? (await download(original, kept, options))
      if (bytes > options.limit) return [{ name, bytes }]
      await copyFile(kept, join(options.into, name))
      return []
    }),
  )
  return placed.flat()
}

/** Writes the file as it comes, because a film may be larger than memory. */
async function download(
  { _id, url }: Original,
  into: string,
  { lake, token }: { readonly lake: string | undefined; readonly token: string | undefined },
): Promise<number> {
  const own = lake !== undefined && new URL(lake).origin === new URL(url).origin
  // Written aside and renamed: a build that is stopped half-way leaves no half file to be taken for a whole one.
  const aside = `${into}.${process.pid}`
  const hash = createHash('sha1')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.byteLength
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    const answer = await fetch(url, own && token ? { headers: { authorization: `Bearer ${token}` } } : {})
    if (!answer.ok || answer.body === null) throw new Error(`status ${answer.status}`)
    await pipeline(Readable.fromWeb(answer.body as NodeStream), measure, createWriteStream(aside))
    const digest = hash.digest('hex')
    if (!_id.includes(digest)) throw new Error(`its bytes have the digest ${digest}`)
    await rename(aside, into)
    return bytes
  } catch (error) {
    await rm(aside, { force: true })
    throw unreadable(_id, error instanceof Error ? error.message : String(error))
  }
}

function unreadable(id: string, why: string): SiteError {
  return new SiteError(
    'ASSET_UNREADABLE',
    `The file ${id} could not be read from the Content Lake (${why}).`,
    'Upload the file again in Studio, or check that the lake can be reached, and build again.',
  )
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  )
}
