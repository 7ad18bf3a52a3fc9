import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SanityClient } from '@sanity/client'
import { UserError } from '../user-error.ts'
import { type AnyAuthored, isObject, ref } from './authored.ts'
import { assetKind, isLocalAsset } from './local-asset.ts'

const folder = join(import.meta.dirname, 'assets')

/** The marked files of the documents, each once, sorted. */
export function assetPaths(documents: unknown): string[] {
  return Array.from(new Set(marked(documents))).sort()
}

function marked(value: unknown): string[] {
  if (isLocalAsset(value)) return [value.localAsset]
  if (Array.isArray(value)) return value.flatMap(marked)
  return isObject(value) ? Object.values(value).flatMap(marked) : []
}

/** Uploaded assets: their IDs by the path of the file. */
export type Uploaded = { readonly ids: ReadonlyMap<string, string>; readonly added: number }

/**
 * Uploads files that the dataset does not have yet, judged by the SHA-1 of their bytes.
 *
 * @param paths below `scripts/seed/assets`.
 * @throws UserError SEED_ASSET_MISSING when a file is not there.
 */
export async function uploadAssets(
  client: SanityClient,
  paths: readonly string[],
  log: (line: string) => void,
): Promise<Uploaded> {
  const files = await Promise.all(paths.map(readAsset))
  const known = await client.fetch<{ _id: string; _type: string; sha1hash: string }[]>(
    '*[_type in ["sanity.imageAsset", "sanity.fileAsset"] && sha1hash in $hashes]{_id, _type, sha1hash}',
    { hashes: files.map((file) => file.sha1) },
  )
  const ids = new Map<string, string>()
  let added = 0
  for (const { path, bytes, sha1, kind, contentType } of files) {
    const there = known.find((each) => each.sha1hash === sha1 && each._type === `sanity.${kind}Asset`)
    if (there === undefined) {
      log(`Uploading ${path} (${Math.ceil(bytes.length / 1024)} kB)`)
      added += 1
    }
    const filename = basename(path)
    ids.set(path, there?._id ?? (await client.assets.upload(kind, bytes, { filename, contentType }))._id)
  }
  return { ids, added }
}

async function readAsset(path: string) {
  const bytes = await readFile(join(folder, path)).catch((error: unknown) => {
    throw new UserError(
      'SEED_ASSET_MISSING',
      `The file scripts/seed/assets/${path} cannot be read (${error instanceof Error ? error.message : error}).`,
      'Restore it from git, or make it again with the scripts in scripts/media.',
    )
  })
  return { path, bytes, sha1: createHash('sha1').update(bytes).digest('hex'), ...assetKind(path) }
}

/** A document as it is stored: with references where assets were marked. */
export type Resolved = { readonly _id: string; readonly _type: string; readonly [field: string]: unknown }

/**
 * Puts references to uploaded assets in the place of their marks.
 *
 * @throws RangeError when a marked file is not among the uploaded ones.
 */
export function resolveAssets(document: AnyAuthored, ids: ReadonlyMap<string, string>): Resolved {
  const fields = Object.entries(document).map(([field, value]) => [field, resolve(value, ids)])
  return { ...Object.fromEntries(fields), _id: document._id, _type: document._type }
}

function resolve(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (isLocalAsset(value)) {
    const id = ids.get(value.localAsset)
    if (id === undefined) throw new RangeError(`The asset ${value.localAsset} was not uploaded.`)
    return ref(id)
  }
  if (Array.isArray(value)) return value.map((each) => resolve(each, ids))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, resolve(each, ids)]))
}
