/** What a page of the site says of the session that it was made for; see `edge/access/offline.ts`. */
export type PageSession = {
  /** Names the session’s copies. */
  readonly key: string
  /** How long the session may go on unused from now, in seconds. */
  readonly seconds: number
  /** Whether this very page may be kept. */
  readonly keep: boolean
}

/**
 * Reads the header `offline-session`.
 *
 * @returns `none` for a page that was made for a visitor; undefined when nothing is said: the answer did not come from the
 *   Worker, or it is no page, and nothing may be concluded from it.
 */
export function readSession(header: string | null): PageSession | 'none' | undefined {
  if (header === 'none') return 'none'
  const [, key, seconds, keep] = /^([0-9a-f]{32}); seconds=(\d{1,9})(; keep)?$/.exec(header ?? '') ?? []
  if (key === undefined || seconds === undefined) return undefined
  return { key, seconds: Number(seconds), keep: keep !== undefined }
}

/** Until when the copies of a session may be read; both times by the device’s own clock, in milliseconds. */
export type Term = {
  readonly until: number
  /** The latest time at which this device has looked. */
  readonly seen: number
}

/** How far a device’s clock may be put right without its copies being given up, in milliseconds. */
const tolerance = 60_000

/** The term that begins with a page of the session. Only the span comes from the server, so that a wrong clock is no matter. */
export function termOf({ seconds }: PageSession, now: number): Term {
  return { until: now + seconds * 1000, seen: now }
}

/** Whether copies may still be read. A clock that goes back would make a term longer, so it ends it. */
export function isOpen(term: Term, now: number): boolean {
  return now < term.until && now >= term.seen - tolerance
}

/** A stored term; undefined for anything else. */
export function readTerm(stored: unknown): Term | undefined {
  if (typeof stored !== 'object' || stored === null || !('until' in stored) || !('seen' in stored))
    return undefined
  const { until, seen } = stored
  return typeof until === 'number' && typeof seen === 'number' ? { until, seen } : undefined
}
