/**
 * Writes a member's own word on an award into its ledger: that they have accepted it, or that they have not after all. To
 * say the same again writes nothing.
 *
 * @param now milliseconds of the Unix epoch.
 */
export async function markAward(
  db: D1Database,
  member: string,
  award: string,
  state: 'accepted' | 'awarded',
  now: number,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO award_mark (member, award, number, state, said_by, said_at)
       SELECT ?1, ?2, 1 + (SELECT count(*) FROM award_mark WHERE award = ?2), ?3, 'member', ?4
       WHERE ?3 IS NOT (SELECT CASE WHEN said_by = 'member' THEN state END FROM award_mark
         WHERE award = ?2 ORDER BY number DESC LIMIT 1)`,
    )
    .bind(member, award, state, now)
    .run()
}
