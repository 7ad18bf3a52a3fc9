import type { SanityClient } from '@sanity/client'
import type { PlainDocument } from '../../core/index.ts'
import { isObject } from '../seed/authored.ts'
import { firstDifference } from '../seed/compare.ts'
import { UserError } from '../user-error.ts'

const addedByTheLake = ['_rev', '_createdAt', '_updatedAt', '_system']

/**
 * Reads what was imported and holds it against what was to be imported. Assets are compared by the digest of their bytes.
 *
 * @param wanted the documents of the file, with references to their assets
 * @throws UserError CONTENT_READ_BACK_DIFFERS, naming documents and fields
 */
export async function readBack(client: SanityClient, wanted: readonly PlainDocument[]): Promise<void> {
  const stored = await client.fetch<PlainDocument[]>('*[_id in $ids]', { ids: wanted.map(({ _id }) => _id) })
  const byId = new Map(stored.map((document) => [document._id, document]))
  const faults = wanted.flatMap((document) => {
    const there = byId.get(document._id)
    if (there === undefined) return [`${document._id}: not there`]
    const field = firstDifference(comparable(document), comparable(there))
    return field === undefined ? [] : [`${document._id}: field ${field}`]
  })
  if (faults.length === 0) return
  throw new UserError(
    'CONTENT_READ_BACK_DIFFERS',
    `What the dataset returns is not what was in the file:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n`,
    'If somebody is editing these documents right now, import again with --replace; otherwise report this as a defect.',
  )
}

function comparable(document: PlainDocument): Record<string, unknown> {
  const own = Object.entries(document).filter(([field]) => !addedByTheLake.includes(field))
  return Object.fromEntries(own.map(([field, value]) => [field, byDigest(value)]))
}

function byDigest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byDigest)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [
      field,
      field === '_ref' && typeof each === 'string'
        ? each.replace(/^(image|file)-([0-9a-f]{40})-.*$/, '$1-$2')
        : byDigest(each),
    ]),
  )
}
