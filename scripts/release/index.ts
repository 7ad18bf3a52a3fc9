import type { SanityClient } from '@sanity/client'
import type { Release } from '../../core/index.ts'
import { examVersions } from './exam-versions.ts'
import { releaseExamsQuery } from './exams-query.ts'
import { requirePrivateDataset } from './private-dataset.ts'
import { sendRelease, type WorkerAddress } from './worker-client.ts'

/** The version that each exam's new page is to carry, by exam ID: what the site build may know of an exam's key. */
export type VersionNames = Record<string, { version: string }>

/**
 * The first half of a release: exam versions reach the Worker before any page names them.
 *
 * @param client reads the published perspective with a token.
 * @param secret the release secret, at least 32 characters.
 * @returns names for the site build; never a key.
 * @throws UserError RELEASE_* with what to do; nothing has been changed then that a later run would not repeat.
 */
export async function releaseExams(options: {
  readonly client: SanityClient
  readonly worker: WorkerAddress
  readonly secret: string
}): Promise<VersionNames> {
  const client = options.client.withConfig({ perspective: 'published', useCdn: false })
  const { token: _, ...withoutToken } = client.config()
  await requirePrivateDataset(client.withConfig({ ...withoutToken, token: '' }))
  const release: Release = await examVersions(await client.fetch<unknown>(releaseExamsQuery), options.secret)
  await sendRelease(options.worker, release)
  return Object.fromEntries(release.exams.map(({ exam, version }) => [exam, { version }]))
}
