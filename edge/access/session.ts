import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { App, Edge } from '../context.ts'
import { sha256 } from '../http/digest.ts'
import { type FoundSession, findSession } from '../records/sessions.ts'
import { offlineKey } from './offline.ts'

/** Browsers accept a `__Host-` cookie only when it is secure, for this host alone and for all its paths. */
export const cookieNames = { session: '__Host-session', signIn: '__Host-sign-in' } as const

/** Attributes of every cookie that is set here. */
export const cookieAttributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

/** What our own tokens look like; anything else in a cookie is not looked up. */
export const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/**
 * Finds the session of a request: undefined without one, `expired` with one that has run out or was forged.
 *
 * @param exam the exam that the member's standing is asked for.
 */
export async function sessionOf(
  c: Context<App>,
  edge: Edge,
  exam: string | undefined,
): Promise<FoundSession> {
  const token = getCookie(c, cookieNames.session)
  if (token === undefined) return { session: undefined, standing: undefined }
  if (!tokenPattern.test(token)) return { session: 'expired', standing: undefined }
  const hash = await sha256(token)
  const { session = 'expired', standing, endsAt } = await findSession(edge.db, hash, edge.now(), exam)
  if (session !== 'expired' && endsAt !== undefined) {
    c.set('deviceSession', { key: await offlineKey(hash), endsAt })
  }
  return { session, standing }
}
