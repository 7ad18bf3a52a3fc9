import { useMemo, useSyncExternalStore } from 'react'
import { useClient } from 'sanity'
import { type LiveSource, type LiveState, liveDocuments } from './live-documents.ts'

/** API version that the queries are written for. */
const API_VERSION = '2025-02-19'

/**
 * Follows documents for as long as the component is shown; see {@link liveDocuments}.
 *
 * @param source - must stay the same object from one rendering to the next
 */
export function useLiveDocuments(source: LiveSource): LiveState & { readonly retry: () => void } {
  const client = useClient({ apiVersion: API_VERSION })
  const live = useMemo(
    () => liveDocuments(client.withConfig({ perspective: 'raw', useCdn: false }), source),
    [client, source],
  )
  const state = useSyncExternalStore(live.subscribe, live.getSnapshot)
  return { ...state, retry: live.retry }
}
