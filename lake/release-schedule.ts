import { ChangeRefused } from './errors.ts'
import { publishRelease } from './release-actions.ts'
import type { Store } from './store.ts'

const EVERY_MS = 1000

/** Publishes scheduled releases whose time has come, by the lake's clock. A release that is refused becomes active again, and tells why. */
export function publishDue(store: Store): void {
  const now = store.now().getTime()
  for (const { _id, _type, state, publishAt, name } of store.dataset.all()) {
    if (_type !== 'system.release' || state !== 'scheduled' || typeof publishAt !== 'string') continue
    if (Date.parse(publishAt) > now) continue
    const author = '<system>'
    try {
      store.transact({ author, cause: 'sanity.action.release.publish' }, (work) =>
        publishRelease(work, { releaseId: name }, store),
      )
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error
      const patch = { set: { state: 'active', error: { message: error.message } }, unset: ['publishAt'] }
      store.transact({ author, cause: 'sanity.action.release.unschedule' }, (work) => work.patch(_id, patch))
    }
  }
}

/** Looks for due releases every second. Returns the function that ends it. */
export function watchSchedule(store: Store): () => void {
  const timer = setInterval(() => publishDue(store), EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
