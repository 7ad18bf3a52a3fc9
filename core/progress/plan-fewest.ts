/** An item that could be part of a plan; `minutes` of reading or watching. */
type PlanItem = {
  readonly id: string
  readonly units: readonly string[]
  readonly points: number
  readonly minutes: number
}

/** Units that are missing, and points that items may still have to earn. */
type PlanGoal = { readonly units: readonly string[]; readonly points: number }

/** The fewest items that reach as much of a goal as can be reached. */
export type Plan = {
  readonly items: readonly {
    readonly id: string
    /** Units of the goal that it covers. */
    readonly closes: readonly string[]
    /** Those of them that no other candidate covers. */
    readonly onlyOneFor: readonly string[]
  }[]
  readonly minutes: number
  readonly points: number
  /** Units of the goal that no candidate covers. */
  readonly unreachable: readonly string[]
  /** Points of the goal beyond those of all candidates together. */
  readonly pointsShort: number
  readonly optimal: true
}

/**
 * The fewest items that close every unit that can be closed and earn as many of the points as can be earned; of equally
 * few, those that take the least time.
 *
 * It tries sets of one item, then of two, and so on, so it is exact, and meant for a pack of a dozen items.
 */
export function planFewest(goal: PlanGoal, candidates: readonly PlanItem[]): Plan {
  const coveredBy = (items: readonly PlanItem[]) => new Set(items.flatMap(({ units }) => units))
  const pointsOf = (items: readonly PlanItem[]) => items.reduce((sum, { points }) => sum + points, 0)
  const minutesOf = (items: readonly PlanItem[]) => items.reduce((sum, { minutes }) => sum + minutes, 0)
  const reachable = goal.units.filter((unit) => coveredBy(candidates).has(unit))
  const needed = Math.min(goal.points, pointsOf(candidates))
  const reaches = (items: readonly PlanItem[]) => {
    const covered = coveredBy(items)
    return pointsOf(items) >= needed && reachable.every((unit) => covered.has(unit))
  }
  let best: readonly PlanItem[] = candidates
  for (let size = 0; size <= candidates.length; size += 1) {
    const fitting = setsOf(candidates, size).filter(reaches)
    if (fitting.length === 0) continue
    best = fitting.reduce((quickest, set) => (minutesOf(set) < minutesOf(quickest) ? set : quickest))
    break
  }
  return {
    items: best.map(({ id, units }) => {
      const closes = reachable.filter((unit) => units.includes(unit))
      return {
        id,
        closes,
        onlyOneFor: closes.filter(
          (unit) => candidates.filter((candidate) => candidate.units.includes(unit)).length === 1,
        ),
      }
    }),
    minutes: minutesOf(best),
    points: pointsOf(best),
    unreachable: goal.units.filter((unit) => !reachable.includes(unit)),
    pointsShort: goal.points - needed,
    optimal: true,
  }
}

function setsOf(items: readonly PlanItem[], size: number, from = 0): PlanItem[][] {
  if (size === 0) return [[]]
  return items
    .slice(from)
    .flatMap((item, index) => setsOf(items, size - 1, from + index + 1).map((rest) => [item, ...rest]))
}
