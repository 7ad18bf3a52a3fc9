import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject } from '../seed/authored.ts'
import type { ContentProblem } from './problem.ts'
import type { FileDocument } from './read-lines.ts'

/** Where a document of the file names an asset: `image@file://./images/a.png`, or an address on the web. */
const mark = /^(image|file)@(?:file:\/\/\.\/)?(.+)$/

/**
 * Replaces the marks of assets by references like those that an import will set, so that documents can be held against
 * the schema before anything is uploaded.
 *
 * @param folder where the file's assets are; `undefined` when it has none
 * @returns the document with references, and a problem for each asset that is not there
 */
export function withAssetReferences(
  { line, document }: FileDocument,
  folder: string | undefined,
): { document: FileDocument['document']; problems: ContentProblem[] } {
  const problems: ContentProblem[] = []
  const replace = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((each: unknown, index) => replace(each, `${path}[${index}]`))
    if (!isObject(value)) return value
    const { _sanityAsset, ...rest } = value
    const fields = Object.fromEntries(
      Object.entries(rest).map(([name, each]) => [
        name,
        replace(each, path === '' ? name : `${path}.${name}`),
      ]),
    )
    if (typeof _sanityAsset !== 'string') return fields
    const id = assetId(_sanityAsset, folder)
    if (id === undefined) {
      problems.push({
        code: 'content/asset-missing',
        line,
        document: document._id,
        field: path,
        message: `the file does not hold ${_sanityAsset}. Export the dataset again with its assets.`,
      })
    }
    return { ...fields, asset: { _type: 'reference', _ref: id ?? 'image-missing-1x1-png' } }
  }
  return { document: { ...document, ...Object(replace(document, '')) }, problems }
}

/** An ID like the one that the asset will have: its digest is right, its measures are not. */
function assetId(value: string, folder: string | undefined): string | undefined {
  const [, kind, place] = mark.exec(value) ?? []
  if (kind === undefined || place === undefined) return undefined
  const digest = place.includes('://')
    ? createHash('sha1').update(place).digest('hex')
    : digestOf(place, folder)
  if (digest === undefined) return undefined
  return kind === 'image' ? `image-${digest}-1x1-png` : `file-${digest}-bin`
}

function digestOf(place: string, folder: string | undefined): string | undefined {
  if (folder === undefined || place.split('/').includes('..')) return undefined
  const path = join(folder, place)
  return existsSync(path) ? createHash('sha1').update(readFileSync(path)).digest('hex') : undefined
}
