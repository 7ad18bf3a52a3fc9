import type { PlanItem } from './model.ts'

/** A goal and its candidates in numbers, so that the search need not compare names. */
export type Cover = {
  /** For each candidate, the places of the goal's units that it closes. */
  readonly unitsOf: readonly (readonly number[])[]
  /** For each of the goal's units, the places of the candidates that close it. */
  readonly itemsOf: readonly (readonly number[])[]
  /** The same as bits: unit `u` of candidate `i` is bit `u % 32` of word `i * words + floor(u / 32)`. */
  readonly masks: Int32Array
  readonly words: number
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
  const words = Math.ceil(units.length / 32)
  const masks = new Int32Array(candidates.length * words)
  for (const [item, closed] of unitsOf.entries()) {
    for (const unit of closed) {
      itemsOf[unit]?.push(item)
      const word = item * words + (unit >> 5)
      masks[word] = (masks[word] as number) | (1 << (unit & 31))
    }
  }
  return {
    unitsOf,
    itemsOf,
    masks,
    words,
    points: candidates.map((candidate) => candidate.points),
    minutes: candidates.map((candidate) => candidate.minutes),
    pointsNeeded,
  }
}
