import MiniSearch from 'minisearch'
import { type SearchPassage, searchIndexFile, searchOptions } from '../../core/index.ts'
import type { Edge } from '../context.ts'
import { RequestError } from '../http/problem.ts'

/** An index that has been read. */
export type SearchIndex = MiniSearch<SearchPassage>

let kept: { readonly etag: string; readonly index: SearchIndex } | undefined

/**
 * The index of the pages that are served at this moment. It is read once for each build of the site.
 *
 * @throws RequestError request/not-found before the site has been built for the first time.
 */
export async function searchIndex({ assets, settings }: Edge): Promise<SearchIndex> {
  const file = await assets.fetch(new URL(`/${searchIndexFile}`, settings.SITE_ORIGIN))
  if (!file.ok) throw new RequestError('request/not-found', 'The search has not been built yet.')
  const etag = file.headers.get('etag')
  if (etag !== null && kept?.etag === etag) {
    await file.body?.cancel()
    return kept.index
  }
  const index = MiniSearch.loadJSON<SearchPassage>(await file.text(), searchOptions)
  if (etag !== null) kept = { etag, index }
  return index
}
