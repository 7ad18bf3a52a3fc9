// The thread of `serialisedIndex`: it is given passages and answers with the bytes of their index.
import { parentPort } from 'node:worker_threads'
import MiniSearch from 'minisearch'
import { type SearchPassage, searchOptions } from '../../core/search-index.ts'

parentPort?.once('message', (passages: readonly SearchPassage[]) => {
  const index = new MiniSearch<SearchPassage>(searchOptions)
  index.addAll(passages)
  const { buffer } = new TextEncoder().encode(JSON.stringify(index))
  parentPort?.postMessage(buffer, [buffer])
})
