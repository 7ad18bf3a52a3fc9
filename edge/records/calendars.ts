import { z } from 'zod'

const rowSchema = z.object({ made_at: z.number() })

/** When the address of a member's calendar was made, in milliseconds of the Unix epoch; undefined without one. */
export async function calendarMadeAt(db: D1Database, member: string): Promise<number | undefined> {
  const row = await db
    .prepare('SELECT made_at FROM calendar_subscription WHERE member = ?')
    .bind(member)
    .first()
  return row === null ? undefined : rowSchema.parse(row).made_at
}

/**
 * Gives a member's calendar a new address; the old one is good for nothing from then on.
 *
 * @param madeAt of the address that the member means to replace; undefined when they have none.
 * @returns false when that is not how it stands any more: another request has been faster.
 */
export async function renewCalendar(
  db: D1Database,
  member: string,
  tokenHash: string,
  madeAt: number | undefined,
  now: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      madeAt === undefined
        ? `INSERT INTO calendar_subscription (member, token_hash, made_at) VALUES (?1, ?2, ?3)
           ON CONFLICT (member) DO NOTHING`
        : 'UPDATE calendar_subscription SET token_hash = ?2, made_at = ?3 WHERE member = ?1 AND made_at = ?4',
    )
    .bind(...[member, tokenHash, now], ...(madeAt === undefined ? [] : [madeAt]))
    .run()
  return meta.changes > 0
}

/** Ends the address of a member's calendar. */
export async function revokeCalendar(db: D1Database, member: string): Promise<void> {
  await db.prepare('DELETE FROM calendar_subscription WHERE member = ?').bind(member).run()
}

/** Whether a calendar's address is in use. It does not tell whose it is. */
export async function isCalendar(db: D1Database, tokenHash: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM calendar_subscription WHERE token_hash = ?')
    .bind(tokenHash)
    .first()
  return row !== null
}
