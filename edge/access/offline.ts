import { sha256 } from '../http/digest.ts'

/** What a response tells the browser’s own store of pages about the session; `site/offline/session.ts` reads it. */
export const offlineHeader = 'offline-session'

/** The session that a request belongs to, as far as copies on a device are concerned. */
export type DeviceSession = {
  /** Names the session’s copies; it says nothing about the session and opens nothing. */
  readonly key: string
  /** When the session ends if it is not used again, in milliseconds of the Unix epoch by the server’s clock. */
  readonly endsAt: number
}

/**
 * @param tokenHash of the session, as the database keeps it.
 * @returns 32 hexadecimal digits.
 */
export async function offlineKey(tokenHash: string): Promise<string> {
  return (await sha256(`offline:${tokenHash}`)).slice(0, 32)
}

/**
 * The header for a page: `none` for a visitor; else the session’s key and how many seconds it has left, because the device’s
 * clock may be wrong and a span of time is not. `keep` allows a copy of this very page.
 *
 * @param now by the server’s clock, in milliseconds of the Unix epoch.
 */
export function offlineSession(now: number, session: DeviceSession | undefined, keep: boolean): string {
  if (session === undefined) return 'none'
  const seconds = Math.max(0, Math.floor((session.endsAt - now) / 1000))
  return `${session.key}; seconds=${seconds}${keep ? '; keep' : ''}`
}

/** Pages that a member may read without a network: items and their exams. */
export function mayBeKept(path: string): boolean {
  return /^\/cet\/active\/[^/]+\/(?:exam\/)?$/.test(path)
}
