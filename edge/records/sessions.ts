import { z } from 'zod'
import type { Profile } from '../sign-in/claims.ts'

/** A session ends this long after the last request, and this long after signing in, in milliseconds. */
export const sessionLimits = { idle: 2 * 60 * 60_000, absolute: 12 * 60 * 60_000 } as const

/** How much older than the request a session's record of its last use may be: it saves a write on most requests. */
const seenGrain = 60_000

/** The member behind a session. `id` is pseudonymous. */
export type SignedIn = Profile & { readonly id: string }

const rowSchema = z.object({
  member: z.string(),
  name: z.string(),
  goc_number: z.string().nullable(),
  entitlement: z.enum(['aop-member', 'ot-subscriber']).nullable(),
  registrant_types: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  started_at: z.number(),
  last_seen_at: z.number(),
})

/** Begins a session. The browser keeps the token, the database its SHA-256 only. */
export function beginSession(
  db: D1Database,
  session: { readonly tokenHash: string; readonly member: string; readonly now: number },
): D1PreparedStatement[] {
  return [
    db.prepare('DELETE FROM session WHERE started_at <= ?').bind(session.now - sessionLimits.absolute),
    db
      .prepare('INSERT INTO session (token_hash, member, started_at, last_seen_at) VALUES (?1, ?2, ?3, ?3)')
      .bind(session.tokenHash, session.member, session.now),
  ]
}

/**
 * Finds who a session belongs to.
 *
 * @param now milliseconds of the Unix epoch.
 * @returns the member; `expired` when the session was there and has run out; undefined when there is none.
 */
export async function findSession(
  db: D1Database,
  tokenHash: string,
  now: number,
): Promise<SignedIn | 'expired' | undefined> {
  const row = await db
    .prepare(
      `SELECT member.id AS member, name, goc_number, entitlement, registrant_types, started_at, last_seen_at
       FROM session JOIN member ON member.id = session.member WHERE token_hash = ?`,
    )
    .bind(tokenHash)
    .first()
  if (row === null) return undefined
  const found = rowSchema.parse(row)
  if (now >= found.started_at + sessionLimits.absolute || now >= found.last_seen_at + sessionLimits.idle) {
    await endSession(db, tokenHash)
    return 'expired'
  }
  if (now >= found.last_seen_at + seenGrain) {
    await db.prepare('UPDATE session SET last_seen_at = ?2 WHERE token_hash = ?1').bind(tokenHash, now).run()
  }
  return {
    id: found.member,
    name: found.name,
    gocNumber: found.goc_number ?? undefined,
    entitlement: found.entitlement ?? undefined,
    registrantTypes: found.registrant_types,
  }
}

/** Ends a session; one that has ended already stays so. */
export async function endSession(db: D1Database, tokenHash: string): Promise<void> {
  await db.prepare('DELETE FROM session WHERE token_hash = ?').bind(tokenHash).run()
}
