import type { PlanItem } from './model.ts'

/** A goal and its candidates in numbers, so that the search need not compare names. */
export type Cover = {
  /** For each candidate, the places of the goal's units that it closes. */
  readonly unitsOf: readonly (readonly number[])[]
  /** For each of the goal's units, the places of the candidates that close it. */
  readonly itemsOf: readonly (readonly number[])[]
  readonly points: readonly number[]
  readonly minutes: readonly number[]
  /** To be reached by every answer; within reach of all candidates together. */
  readonly pointsNeeded: number
}

/** Sums of points are compared with this tolerance, in points and in minutes. */
export const TINY = 1e-7

/** Candidates in numbers. Units that are not in `units` are left out; `units` have no duplicates. */
export function coverOf(
  units: readonly string[],
  pointsNeeded: number,
  candidates: readonly PlanItem[],
): Cover {
  const places = new Map(units.map((unit, place) => [unit, place]))
  const unitsOf = candidates.map((candidate) => [
    ...new Set(candidate.units.flatMap((unit) => places.get(unit) ?? [])),
  ])
  const itemsOf: number[][] = units.map(() => [])
  for (const [item, closed] of unitsOf.entries()) for (const unit of closed) itemsOf[unit]?.push(item)
  return {
    unitsOf,
    itemsOf,
    points: candidates.map((candidate) => candidate.points),
    minutes: candidates.map((candidate) => candidate.minutes),
    pointsNeeded,
  }
}
