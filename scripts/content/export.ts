import { renameSync, rmSync } from 'node:fs'
import type { SanityClient } from '@sanity/client'
import { exportDataset } from '@sanity/export'
import { UserError } from '../user-error.ts'

/** What an export needs. */
export type ExportContentOptions = {
  readonly client: SanityClient
  /** Where the `.tar.gz` goes; written beside it first, so that a file that is there is whole. */
  readonly file: string
  readonly drafts?: boolean
  readonly assets?: boolean
  readonly onProgress?: (step: string, done?: number, total?: number) => void
}

/**
 * Exports the whole dataset in Sanity's own format: `data.ndjson`, `assets.json`, `images/` and `files/` in a `.tar.gz`.
 *
 * @throws UserError CONTENT_EXPORT_FAILED; a file that was there before is left as it was
 */
export async function exportContent(
  options: ExportContentOptions,
): Promise<{ documents: number; assets: number }> {
  const { client, file, drafts = true, assets = true, onProgress = () => {} } = options
  const unfinished = `${file}.unfinished`
  try {
    const { documentCount, assetCount } = await exportDataset({
      client: {
        getUrl: (path) => client.getUrl(path),
        config: () => ({ token: client.config().token ?? '' }),
      },
      dataset: client.config().dataset ?? 'production',
      outputPath: unfinished,
      drafts,
      assets,
      maxRetries: 2,
      // Lets whoever holds it into the preview of drafts for an hour: nothing that belongs into a file.
      filterDocument: ({ _type }) => _type !== 'sanity.previewUrlSecret',
      onProgress: ({ step, current, total }) => onProgress(step, current, total === '?' ? undefined : total),
    })
    renameSync(unfinished, file)
    return { documents: documentCount, assets: assetCount }
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw new UserError(
      'CONTENT_EXPORT_FAILED',
      `The dataset could not be exported (${error instanceof Error ? error.message : error}).`,
      'Check that the Content Lake answers and that SANITY_WRITE_TOKEN may read it, then export again.',
    )
  }
}
