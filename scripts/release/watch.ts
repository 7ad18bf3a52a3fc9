import type { SanityClient } from '@sanity/client'

/** Quiet time after the last change before a publication starts, in milliseconds: publishing is often several writes. */
const settle = 60

/**
 * Calls `publish` after published content changed, once for changes that come together, and never twice at once.
 *
 * @param client reads with a token; drafts and releases are ignored.
 * @param publish must not reject.
 * @returns a function that stops watching and waits for a publication under way.
 */
export function watchPublished(client: SanityClient, publish: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false

  const run = () => {
    if (running !== undefined) {
      again = true
      return
    }
    running = publish().finally(() => {
      running = undefined
      if (again) {
        again = false
        run()
      }
    })
  }
  const published = '!(_id in path("drafts.**")) && !(_id in path("versions.**")) && !(_id in path("_.**"))'
  const subscription = client
    .listen(`*[${published}]`, {}, { includeResult: false, visibility: 'query', events: ['mutation'] })
    .subscribe({
      next: () => {
        clearTimeout(timer)
        timer = setTimeout(run, settle)
      },
      error: (error: unknown) => console.error('The watcher lost the Content Lake:', error),
    })
  return async () => {
    subscription.unsubscribe()
    clearTimeout(timer)
    again = false
    await running
  }
}
