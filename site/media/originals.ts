import { createHash } from 'node:crypto'
import { copyFile, mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SiteError } from '../errors.ts'
import { mediaName } from './names.ts'

/** A file of the lake. */
export type Original = { readonly _id: string; readonly url: string }

/**
 * Puts files of the lake below a folder of the site. Each is downloaded once and kept by its digest; what is kept is
 * never asked for again.
 *
 * @param options.token sent only to `options.lake`, the lake’s own address, never to another host.
 * @throws SiteError ASSET_UNREADABLE when a file does not arrive whole.
 */
export async function placeOriginals(
  originals: readonly Original[],
  options: {
    readonly cache: string
    readonly into: string
    readonly lake: string | undefined
    readonly token: string | undefined
  },
): Promise<void> {
  await Promise.all([mkdir(options.cache, { recursive: true }), mkdir(options.into, { recursive: true })])
  await Promise.all(
    originals.map(async (original) => {
      const kept = join(options.cache, mediaName(original._id))
      if (!(await exists(kept))) await download(original, kept, options)
      await copyFile(kept, join(options.into, mediaName(original._id)))
    }),
  )
}

async function download(
  { _id, url }: Original,
  into: string,
  { lake, token }: { readonly lake: string | undefined; readonly token: string | undefined },
): Promise<void> {
  const own = lake !== undefined && new URL(lake).origin === new URL(url).origin
  const bytes = await fetch(url, own && token ? { headers: { authorization: `Bearer ${token}` } } : {})
    .then(async (answer) => {
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      return Buffer.from(await answer.arrayBuffer())
    })
    .catch((error: unknown) => {
      throw unreadable(_id, error instanceof Error ? error.message : String(error))
    })
  const digest = createHash('sha1').update(bytes).digest('hex')
  if (!_id.includes(digest)) throw unreadable(_id, `its bytes have the digest ${digest}`)
  // Written aside and renamed: a build that is stopped half-way leaves no half file to be taken for a whole one.
  const aside = `${into}.${process.pid}`
  await writeFile(aside, bytes)
  await rename(aside, into)
}

function unreadable(id: string, why: string): SiteError {
  return new SiteError(
    'ASSET_UNREADABLE',
    `The file ${id} could not be read from the Content Lake (${why}).`,
    'Upload the file again in Studio, or check that the lake can be reached, and build again.',
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
