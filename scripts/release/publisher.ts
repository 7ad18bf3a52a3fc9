import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SanityClient } from '@sanity/client'
import { releaseExams } from './index.ts'
import { fillMediaStore } from './media-store.ts'
import type { WorkerAddress } from './worker-client.ts'

/** What a publisher needs: where content comes from, where exam versions go, how a site is built and made live. */
export type PublisherOptions = {
  readonly client: SanityClient
  readonly worker: WorkerAddress
  readonly secret: string
  /** Folder for the site (`site/`), the build under way (`next/`) and the names of exam versions. */
  readonly folder: string
  /** Folder in which the build keeps files of the lake by their names. */
  readonly originals: string
  readonly build: (outDir: string, examVersions: string) => Promise<void>
  /** Makes the new site live. It calls `swap` at the moment when the old one may go. */
  readonly goLive: (swap: () => void) => Promise<void>
}

/** Times of one publication, in milliseconds. */
export type Publication = { readonly release: number; readonly build: number; readonly goLive: number }

/**
 * Publishes what is published in the Content Lake: exam versions first, then the
 * site, then the media that it is not to carry, then the swap. A build that
 * fails leaves the live site as it was.
 *
 * @throws UserError when content is broken; the message names document, field and remedy.
 */
export async function publish(options: PublisherOptions): Promise<Publication> {
  const { folder } = options
  mkdirSync(folder, { recursive: true })
  const start = performance.now()
  const names = await releaseExams(options)
  const versions = join(folder, 'exam-versions.json')
  writeFileSync(versions, `${JSON.stringify(names, undefined, 2)}\n`)
  const released = performance.now()

  const next = join(folder, 'next')
  rmSync(next, { recursive: true, force: true })
  await options.build(next, versions)
  await fillMediaStore(options.worker, { site: next, originals: options.originals })
  const built = performance.now()

  await options.goLive(() => swap(next, join(folder, 'site'), join(folder, 'previous')))
  return { release: released - start, build: built - released, goLive: performance.now() - built }
}

function swap(next: string, live: string, previous: string): void {
  rmSync(previous, { recursive: true, force: true })
  try {
    renameSync(live, previous)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  renameSync(next, live)
}
