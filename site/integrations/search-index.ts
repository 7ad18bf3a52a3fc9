import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'
import { type SearchPassage, searchIndexFile } from '../../core/index.ts'
import { held } from '../content/index.ts'
import { searchPassagesOf } from '../content/search-index.ts'

const thread = join(import.meta.dirname, '..', 'content', 'search-index-thread.ts')

/**
 * Puts beside the pages what the Worker searches them by. The same pack gives the same bytes. A large index takes as long
 * as the pages do, so it is made beside them, in a thread of its own.
 */
export function searchIndexOfThisBuild(): AstroIntegration {
  let index: Promise<Uint8Array>
  return {
    name: 'search-index-of-this-build',
    hooks: {
      'astro:build:setup': () => {
        index = serialisedIndex(searchPassagesOf(held().pack))
        // Whoever waits for it learns what went wrong; the build may fail before anybody does.
        index.catch(() => undefined)
      },
      'astro:build:done': async ({ dir }) => {
        await writeFile(join(fileURLToPath(dir), searchIndexFile), await index)
      },
    },
  }
}

async function serialisedIndex(passages: readonly SearchPassage[]): Promise<Uint8Array> {
  const worker = new Worker(thread)
  worker.postMessage(passages)
  const [buffer]: ArrayBuffer[] = await once(worker, 'message')
  return new Uint8Array(buffer ?? [])
}
