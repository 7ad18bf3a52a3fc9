import type { Release } from '../../core/index.ts'
import { UserError } from '../user-error.ts'

/** Where the Worker is and how the release step shows itself to it. */
export type WorkerAddress = { readonly url: string; readonly releaseToken: string }

/**
 * Makes exam versions known to the Worker. Idempotent: versions that it knows already are left alone.
 *
 * @throws UserError RELEASE_WORKER_UNREACHABLE or RELEASE_REFUSED; in both cases the site must not be built.
 */
export async function sendRelease(worker: WorkerAddress, release: Release): Promise<void> {
  const url = new URL('/api/release', worker.url)
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { authorization: `Bearer ${worker.releaseToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(release),
  }).catch((error: unknown) => {
    throw new UserError(
      'RELEASE_WORKER_UNREACHABLE',
      `The Worker at ${url.origin} did not answer (${error instanceof Error ? error.message : String(error)}).`,
      'Start it, or correct SITE_URL, and run the release again.',
    )
  })
  if (!answer.ok) {
    throw new UserError(
      'RELEASE_REFUSED',
      `The Worker at ${url.origin} refused the exam versions (${answer.status}): ${await answer.text()}`,
      'Check that RELEASE_TOKEN is the one that the Worker was given.',
    )
  }
}
