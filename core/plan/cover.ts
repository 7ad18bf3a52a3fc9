import type { MissingPoints, PlanItem } from './model.ts'

/** Points that every answer has to reach; within reach of all candidates together. */
export type Need = {
  /** What each candidate brings, at its place; none less than nought. */
  readonly points: Float64Array
  readonly needed: number
}

/** A goal and its candidates in numbers, so that the search need not compare names. */
export type Cover = {
  /** For each candidate, the places of the goal's units that it closes. */
  readonly unitsOf: readonly (readonly number[])[]
  /** For each of the goal's units, the places of the candidates that close it. */
  readonly itemsOf: readonly (readonly number[])[]
  /** The same as bits: unit `u` of candidate `i` is bit `u % 32` of word `i * words + floor(u / 32)`. */
  readonly masks: Int32Array
  readonly words: number
  readonly minutes: readonly number[]
  readonly needs: readonly Need[]
}

/** Sums of points are compared with this tolerance, in points and in minutes. */
export const TINY = 1e-7

/** Candidates in numbers. Units that are not in `units` are left out; `units` have no duplicates. */
export function coverOf(
  units: readonly string[],
  missing: readonly MissingPoints[],
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
    minutes: candidates.map((candidate) => candidate.minutes),
    needs: needsOf(missing, candidates),
  }
}

/** What every answer has to reach: as much of what is missing as there is, and of needs for the same points the largest. */
function needsOf(missing: readonly MissingPoints[], candidates: readonly PlanItem[]): Need[] {
  const largest = new Map<string, Need>()
  for (const { points: wanted, from } of missing) {
    const points = Float64Array.from(candidates, (candidate) =>
      from === undefined || from.has(candidate.id) ? Math.max(0, candidate.points) : 0,
    )
    const needed = Math.min(
      wanted,
      points.reduce((sum, each) => sum + each, 0),
    )
    const same = points.join()
    if (needed > (largest.get(same)?.needed ?? TINY)) largest.set(same, { points, needed })
  }
  return Array.from(largest.values())
}

/** How many points of each need are still missing once some candidates have been taken; less than nought for more than needed. */
export function shortOf(needs: readonly Need[], taken: readonly number[]): number[] {
  return needs.map(({ points, needed }) =>
    taken.reduce((short, item) => short - (points[item] as number), needed),
  )
}
