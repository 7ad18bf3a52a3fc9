import { z } from 'zod'

/** A goal of a personal development plan. Days are calendar days in London, ISO 8601. */
export type Goal = {
  readonly id: string
  readonly text: string
  /** ID of the unit that it is about. */
  readonly unit: string | undefined
  readonly targetOn: string | undefined
  readonly doneOn: string | undefined
}

/** What a member says of a goal. */
export type GoalWords = Pick<Goal, 'text' | 'unit' | 'targetOn'>

/** A goal that was deleted can be brought back for this long, in milliseconds. */
const restorable = 24 * 60 * 60_000

const goalRow = z
  .object({
    id: z.string(),
    text: z.string(),
    unit: z.string().nullable(),
    target_on: z.string().nullable(),
    done_on: z.string().nullable(),
  })
  .transform(
    (row): Goal => ({
      id: row.id,
      text: row.text,
      unit: row.unit ?? undefined,
      targetOn: row.target_on ?? undefined,
      doneOn: row.done_on ?? undefined,
    }),
  )

const columns = 'id, text, unit, target_on, done_on'

/** A member's goals: open ones first, by their target days, those without one last. */
export async function goalsOf(db: D1Database, member: string): Promise<Goal[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM pdp_goal WHERE member = ? AND deleted_at IS NULL
       ORDER BY done_on IS NOT NULL, target_on IS NULL, target_on, added_at, id`,
    )
    .bind(member)
    .all()
  return z.array(goalRow).parse(results)
}

/** One goal of a member's own. `deleted`: it is deleted and can be brought back. */
export async function findGoal(
  db: D1Database,
  member: string,
  id: string,
): Promise<(Goal & { readonly deleted: boolean }) | undefined> {
  const row = await db
    .prepare(`SELECT ${columns}, deleted_at FROM pdp_goal WHERE member = ? AND id = ?`)
    .bind(member, id)
    .first()
  return row === null ? undefined : { ...goalRow.parse(row), deleted: row['deleted_at'] !== null }
}

/**
 * Adds a goal; the same ID again changes nothing.
 *
 * @returns false when the member has as many goals as they can have.
 */
export async function addGoal(
  db: D1Database,
  member: string,
  goal: GoalWords & { readonly id: string },
  now: number,
): Promise<boolean> {
  if ((await findGoal(db, member, goal.id)) !== undefined) return true
  return withinLimit(
    db
      .prepare(
        `INSERT INTO pdp_goal (member, id, text, unit, target_on, added_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (member, id) DO NOTHING`,
      )
      .bind(member, goal.id, goal.text, goal.unit ?? null, goal.targetOn ?? null, now),
  )
}

/**
 * Changes what a goal says.
 *
 * @param before what it said when the change was decided.
 * @returns false, and nothing has changed, when it says something else by now or was deleted.
 */
export async function changeGoal(
  db: D1Database,
  member: string,
  id: string,
  before: GoalWords,
  goal: GoalWords,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE pdp_goal SET text = ?3, unit = ?4, target_on = ?5
       WHERE member = ?1 AND id = ?2 AND deleted_at IS NULL AND text = ?6 AND unit IS ?7 AND target_on IS ?8`,
    )
    .bind(
      member,
      id,
      goal.text,
      goal.unit ?? null,
      goal.targetOn ?? null,
      before.text,
      before.unit ?? null,
      before.targetOn ?? null,
    )
    .run()
  return meta.changes === 1
}

/** Marks a goal as done on a day, or (undefined) as not done after all. */
export async function markGoal(
  db: D1Database,
  member: string,
  id: string,
  doneOn: string | undefined,
): Promise<void> {
  await db
    .prepare('UPDATE pdp_goal SET done_on = ?3 WHERE member = ?1 AND id = ?2')
    .bind(member, id, doneOn ?? null)
    .run()
}

/** Deletes a goal so that it can be brought back, and forgets for good those deleted long before. */
export async function deleteGoal(db: D1Database, member: string, id: string, now: number): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM pdp_goal WHERE member = ? AND deleted_at <= ?').bind(member, now - restorable),
    db
      .prepare('UPDATE pdp_goal SET deleted_at = ?3 WHERE member = ?1 AND id = ?2 AND deleted_at IS NULL')
      .bind(member, id, now),
  ])
}

/**
 * Brings a deleted goal back.
 *
 * @returns false when the member has as many goals as they can have by now.
 */
export async function restoreGoal(db: D1Database, member: string, id: string): Promise<boolean> {
  return withinLimit(
    db.prepare('UPDATE pdp_goal SET deleted_at = NULL WHERE member = ? AND id = ?').bind(member, id),
  )
}

async function withinLimit(statement: D1PreparedStatement): Promise<boolean> {
  try {
    await statement.run()
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('pdp_goal: at most')) return false
    throw error
  }
}
