import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { App, Edge } from '../context.ts'
import { sha256 } from '../http/digest.ts'
import { findSession, type SignedIn } from '../records/sessions.ts'

/** Browsers accept a `__Host-` cookie only when it is secure, for this host alone and for all its paths. */
export const cookieNames = { session: '__Host-session', signIn: '__Host-sign-in' } as const

/** Attributes of every cookie that is set here. */
export const cookieAttributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

/** What our own tokens look like; anything else in a cookie is not looked up. */
export const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** Finds the member of a request: undefined without a session, `expired` with one that has run out or was forged. */
export async function memberOf(c: Context<App>, edge: Edge): Promise<SignedIn | 'expired' | undefined> {
  const token = getCookie(c, cookieNames.session)
  if (token === undefined) return undefined
  if (!tokenPattern.test(token)) return 'expired'
  return (await findSession(edge.db, await sha256(token), edge.now())) ?? 'expired'
}
