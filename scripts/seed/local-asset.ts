import { extname } from 'node:path'

/** Stands where a reference to an uploaded asset will be; `seed` replaces it. */
export type LocalAsset = { readonly localAsset: string }

/** What the Content Lake must know about a file that is uploaded. */
export type AssetKind = {
  /** Images get measures and can be resized on request; files are kept as they are. */
  readonly kind: 'image' | 'file'
  readonly contentType: string
}

const kinds: Readonly<Record<string, AssetKind>> = {
  '.png': { kind: 'image', contentType: 'image/png' },
  '.jpg': { kind: 'image', contentType: 'image/jpeg' },
  '.mp4': { kind: 'file', contentType: 'video/mp4' },
  '.vtt': { kind: 'file', contentType: 'text/vtt' },
}

/**
 * Marks a file of `scripts/seed/assets` to be uploaded.
 *
 * @param path below that folder, such as `figures/tear-film.png`.
 */
export function localAsset(path: string): LocalAsset {
  return { localAsset: path }
}

/** Whether a value of a document is such a mark. */
export function isLocalAsset(value: unknown): value is LocalAsset {
  return (
    typeof value === 'object' &&
    value !== null &&
    'localAsset' in value &&
    typeof value.localAsset === 'string'
  )
}

/**
 * How a file is uploaded, by the end of its name.
 *
 * @throws TypeError for an ending that this seed does not use.
 */
export function assetKind(path: string): AssetKind {
  const kind = kinds[extname(path)]
  if (kind === undefined) throw new TypeError(`No media type is known for the asset ${path}.`)
  return kind
}
