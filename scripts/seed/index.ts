import type { SanityClient } from '@sanity/client'
import { assetPaths, resolveAssets, uploadAssets } from './assets.ts'
import { documents } from './documents/index.ts'
import { refusal } from './refusal.ts'
import { upgraded } from './upgrade.ts'
import { findDifferences, writeAndReadBack } from './write.ts'

export { documents }

/** What seeding needs. */
export type SeedOptions = {
  /** A client whose token may read and write. */
  readonly client: SanityClient
  /** Told what happens, a line at a time. */
  readonly log: (line: string) => void
  /** Puts back what editors have changed or deleted; otherwise that is left alone. */
  readonly overwrite?: boolean
}

/** What seeding did. */
export type Seeded = {
  /** How many documents the demonstration pack has. */
  readonly documents: number
  /** How many files it has. */
  readonly assets: number
  /** How many documents were written. */
  readonly changed: number
  /** The IDs of documents that editors have changed or deleted, and that were left as they are. */
  readonly kept: readonly string[]
}

/**
 * Writes the demonstration pack. Seeding again changes nothing.
 *
 * The site settings refer to the pack, and so are written last: where they exist, the pack was once complete, and what is
 * missing since has been deleted by an editor. A dataset that an earlier version seeded is brought up to date instead: its
 * documents of an earlier shape are replaced, and what is missing is written.
 *
 * @throws UserError SEED_REFUSED, SEED_UNREACHABLE, SEED_ASSET_MISSING, SEED_READ_BACK_DIFFERS
 */
export async function seed({ client, log, overwrite = false }: SeedOptions): Promise<Seeded> {
  try {
    return await write(client.withConfig({ perspective: 'raw', useCdn: false }), log, overwrite)
  } catch (error) {
    throw refusal(error, client.config())
  }
}

async function write(client: SanityClient, log: (line: string) => void, overwrite: boolean): Promise<Seeded> {
  const paths = assetPaths(documents)
  const { ids, added } = await uploadAssets(client, paths, log)
  const wanted = documents.map((document) => resolveAssets(document, ids))
  const { missing, changed } = await findDifferences(client, wanted)
  const outdated = changed.flatMap(({ document, stored }) => upgraded(document, stored) ?? [])
  const replaced = new Set(outdated.map(({ _id }) => _id))
  const complete = outdated.length === 0 && !missing.some(({ _id }) => _id === 'siteSettings')

  const toWrite = overwrite
    ? [...missing, ...changed.map(({ document }) => document)]
    : complete
      ? []
      : [...missing, ...outdated]
  if (!overwrite && outdated.length > 0)
    log('This dataset was seeded by an earlier version: bringing it up to date')
  if (toWrite.length > 0) {
    log(`Writing ${toWrite.length} documents`)
    await writeAndReadBack(client, toWrite)
  }
  const left = changed.filter(({ document }) => !replaced.has(document._id))
  const kept = overwrite
    ? []
    : [...left.map(({ document }) => document._id), ...(complete ? missing.map(({ _id }) => _id) : [])]
  if (!overwrite) {
    for (const { document, field } of left) log(`Left as it is: ${document._id} (an editor changed ${field})`)
    if (complete) for (const { _id } of missing) log(`Left as it is: ${_id} (an editor deleted it)`)
  }
  log(
    `${documents.length} documents: ${toWrite.length} written, ${kept.length} left to their editors; ${paths.length} files: ${added} uploaded`,
  )
  return { documents: documents.length, assets: paths.length, changed: toWrite.length, kept }
}
