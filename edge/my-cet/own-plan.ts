import {
  type Plan,
  type PlanGoal,
  planCandidates,
  planFewest,
  planGoal,
  windowState,
} from '../../core/index.ts'
import { refusalOf } from '../exams/refusal.ts'
import type { Room } from './room.ts'

/** A member's plan, with what is known of its items. */
export type OwnPlan = {
  readonly goal: PlanGoal
  readonly plan: Plan
  readonly items: readonly (Room['facts']['items'][number] & Plan['items'][number])[]
}

/**
 * The fewest items that close what a member lacks: made once for a page, so that all its parts recommend the same.
 *
 * @returns undefined while the pack is not open.
 */
export function ownPlan(room: Room): OwnPlan | undefined {
  const { facts, now, progress, types, standings, elsewhere } = room
  if (windowState(facts.window, now) !== 'open') return undefined
  const goal = planGoal(facts, progress, elsewhere.points.length > 0)
  const sittable = new Set(
    standings.filter((standing) => refusalOf(standing, now) === undefined).map(({ exam }) => exam),
  )
  const codes = types.map(({ code }) => code)
  const plan = planFewest(goal, planCandidates(facts, codes, sittable))
  return {
    goal,
    plan,
    items: plan.items.flatMap(({ id, ...why }) => {
      const item = facts.items.find((each) => each.id === id)
      return item === undefined ? [] : [{ ...item, ...why }]
    }),
  }
}
