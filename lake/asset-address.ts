import type { Dataset } from './dataset.ts'
import { withSearchText } from './text-query.ts'

/** Where the lake serves an asset, given the `path` of its document. */
export function assetUrl(lakeUrl: string, path: string): string {
  return `${lakeUrl}/${path}`
}

/**
 * Gives the assets in memory their present address: a lake may be started on another port than the one on which
 * they were uploaded. The stored documents keep the address that they had.
 */
export function moveAssets(dataset: Dataset, lakeUrl: string): void {
  for (const document of dataset.all()) {
    const { _type, path } = document
    if ((_type !== 'sanity.imageAsset' && _type !== 'sanity.fileAsset') || typeof path !== 'string') continue
    dataset.put(withSearchText({ ...document, url: assetUrl(lakeUrl, path) }))
  }
}
