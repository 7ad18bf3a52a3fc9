import { z } from 'zod'
import type { Profile } from '../sign-in/claims.ts'
import { readStanding, type Standing, standingColumns } from './attempts.ts'

/** A session ends this long after the last request, and this long after signing in, in milliseconds. */
export const sessionLimits = { idle: 2 * 60 * 60_000, absolute: 12 * 60 * 60_000 } as const

/** How much older than the request a session's record of its last use may be: it saves a write on most requests. */
const seenGrain = 60_000

/** The member behind a session. `id` is pseudonymous. */
export type SignedIn = Profile & { readonly id: string }

const registrantTypes = z.array(z.string())

const rowSchema = z.object({
  member: z.string(),
  name: z.string(),
  goc_number: z.string().nullable(),
  entitlement: z.enum(['aop-member', 'ot-subscriber']).nullable(),
  registrant_types: z.string().transform((text) => registrantTypes.parse(JSON.parse(text))),
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

/** What a session's token leads to. */
export type FoundSession = {
  /** The member; `expired` when the session was there and has run out; undefined when there is none. */
  readonly session: SignedIn | 'expired' | undefined
  /** When a session that goes on ends unless it is used again, in milliseconds of the Unix epoch. */
  readonly endsAt?: number
  /** Where the member stands with the exam that was asked for; undefined when there is no such exam. */
  readonly standing: Standing | undefined
}

/**
 * Finds who a session belongs to and, in the same statement, where they stand with an exam.
 *
 * @param now milliseconds of the Unix epoch.
 * @param exam the exam that the request is about, if any.
 */
export async function findSession(
  db: D1Database,
  tokenHash: string,
  now: number,
  exam: string | undefined,
): Promise<FoundSession> {
  const row = await db
    .prepare(
      `SELECT member.id AS member, name, goc_number, entitlement, registrant_types, started_at, last_seen_at,
         ${standingColumns('session.member')}
       FROM session JOIN member ON member.id = session.member LEFT JOIN exam ON exam.id = ?2
       WHERE token_hash = ?1`,
    )
    .bind(tokenHash, exam ?? null)
    .first()
  if (row === null) return { session: undefined, standing: undefined }
  const found = rowSchema.parse(row)
  return {
    session: await judged(db, tokenHash, now, found),
    // The use of this moment is recorded only now and then, so the record may end a little earlier than it could.
    endsAt: Math.min(found.started_at + sessionLimits.absolute, now - seenGrain + sessionLimits.idle),
    standing: row['id'] === null ? undefined : readStanding(row),
  }
}

/** Ends a session that has run out, and keeps one that has not from running out. */
async function judged(
  db: D1Database,
  tokenHash: string,
  now: number,
  found: z.infer<typeof rowSchema>,
): Promise<SignedIn | 'expired'> {
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
