import { z } from 'zod'
import type { Profile } from '../sign-in/claims.ts'
import { auditEvent } from './audit.ts'
import { beginSession } from './sessions.ts'

/** A person as the provider names them. */
export type Identity = { readonly issuer: string; readonly subject: string }

/**
 * Records a sign-in in one batch: the member's profile as the provider tells it today, a new session, an audit event.
 *
 * @param id the pseudonym to give to a person who has never been here.
 * @param now milliseconds of the Unix epoch.
 */
export async function signInMember(
  db: D1Database,
  sign: {
    readonly identity: Identity
    readonly profile: Profile
    readonly id: string
    readonly tokenHash: string
    readonly now: number
  },
): Promise<void> {
  const { identity, profile, now } = sign
  const member = await db
    .prepare(
      `INSERT INTO member
         (id, issuer, subject, name, goc_number, entitlement, registrant_types, first_signed_in_at, last_signed_in_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
       ON CONFLICT (issuer, subject) DO UPDATE SET
         name = excluded.name, goc_number = excluded.goc_number, entitlement = excluded.entitlement,
         registrant_types = excluded.registrant_types, last_signed_in_at = excluded.last_signed_in_at
       RETURNING id`,
    )
    .bind(
      sign.id,
      identity.issuer,
      identity.subject,
      profile.name,
      profile.gocNumber ?? null,
      profile.entitlement ?? null,
      JSON.stringify(profile.registrantTypes),
      now,
    )
    .first()
  const { id } = z.object({ id: z.string() }).parse(member)
  await db.batch([
    ...beginSession(db, { tokenHash: sign.tokenHash, member: id, now }),
    auditEvent(db, {
      at: now,
      kind: 'member.signed-in',
      member: id,
      detail: { entitlement: profile.entitlement ?? null },
    }),
  ])
}
