import type { SanityClient } from '@sanity/client'
import { UserError } from '../user-error.ts'
import type { Resolved } from './assets.ts'
import { firstDifference } from './compare.ts'
import { waves } from './waves.ts'

/** What stands in the dataset under the IDs of the wanted documents. */
export type Found = {
  /** Not there. */
  readonly missing: readonly Resolved[]
  /** There, but different: what is there, and the first field that differs. */
  readonly changed: readonly {
    readonly document: Resolved
    readonly stored: Readonly<Record<string, unknown>>
    readonly field: string
  }[]
}

/** Compares wanted documents with what the dataset has published. */
export async function findDifferences(client: SanityClient, wanted: readonly Resolved[]): Promise<Found> {
  const stored = await readDocuments(client, wanted)
  const missing: Resolved[] = []
  const changed: Found['changed'][number][] = []
  for (const document of wanted) {
    const there = stored.get(document._id)
    if (there === undefined) {
      missing.push(document)
      continue
    }
    const field = firstDifference(document, there)
    if (field !== undefined) changed.push({ document, stored: there, field })
  }
  return { missing, changed }
}

async function readDocuments(
  client: SanityClient,
  wanted: readonly Resolved[],
): Promise<Map<string, Record<string, unknown>>> {
  const documents = await client.fetch<(Record<string, unknown> & { _id: string })[]>('*[_id in $ids]', {
    ids: wanted.map(({ _id }) => _id),
  })
  return new Map(documents.map((document) => [document._id, document]))
}

/**
 * Writes documents, one transaction for each wave of references, then reads them back.
 *
 * @throws UserError SEED_READ_BACK_DIFFERS naming document and field, when what is stored is not what was written.
 */
export async function writeAndReadBack(client: SanityClient, documents: readonly Resolved[]): Promise<void> {
  for (const wave of waves(documents)) {
    const transaction = client.transaction()
    for (const document of wave) transaction.createOrReplace(document)
    await transaction.commit({ visibility: 'sync', returnDocuments: false })
  }
  const { missing, changed } = await findDifferences(client, documents)
  const faults = [
    ...missing.map(({ _id }) => `${_id}: not there`),
    ...changed.map(({ document, field }) => `${document._id}: field ${field}`),
  ]
  if (faults.length === 0) return
  throw new UserError(
    'SEED_READ_BACK_DIFFERS',
    `What the Content Lake returns is not what was written:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n`,
    'If somebody is editing these documents right now, wait and seed again; otherwise report this as a defect.',
  )
}
