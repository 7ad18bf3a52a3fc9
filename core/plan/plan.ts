import { coverOf, TINY } from './cover.ts'
import type { Plan, PlanGoal, PlanItem } from './model.ts'
import { listAt } from './numbers.ts'
import { fewestThenShortest } from './solve.ts'

/**
 * The fewest items that close every missing unit that can be closed and reach the points that are missing, as far as the
 * candidates can; among those, the least minutes. The answer is exact: it is found by branch and bound, and nothing is
 * left out that could be better. Should that take more work than is allowed, it is the best found so far and says so.
 *
 * Of equals the earlier candidate is preferred: no item of the answer can be exchanged for an earlier candidate that would
 * do as well. The same candidates in the same order always give the same answer.
 *
 * @param goal what is missing. Points of nought or less are not missing.
 * @param candidates what can be taken, each once. Minutes are those for the whole item, its exam included.
 * @param work how many items may be looked at, again and again. Counted, not timed, so that the same question gets the same
 *   answer; a million take about a twentieth of a second.
 */
export function planFewest(goal: PlanGoal, candidates: readonly PlanItem[], work = 20_000_000): Plan {
  const wanted = Array.from(new Set(goal.units))
  const closable = new Set(candidates.flatMap((candidate) => candidate.units))
  const units = wanted.filter((unit) => closable.has(unit))
  const cover = coverOf(units, goal.points, candidates)
  const found = fewestThenShortest(cover, { left: work })
  const places = new Set(found.items)
  const chosen = candidates
    .map((candidate, place) => ({ candidate, place }))
    .filter(({ place }) => places.has(place))
  const onlyOneFor = new Map(
    chosen.map(({ place }) => [
      place,
      listAt(cover.unitsOf, place)
        .filter((unit) => listAt(cover.itemsOf, unit).length === 1)
        .toSorted((a, b) => a - b),
    ]),
  )
  const open = new Set(units)
  const items: Plan['items'][number][] = []
  const rest = chosen.slice()
  const isNecessary = (place: number) => (onlyOneFor.get(place)?.length ?? 0) > 0
  const closes = (candidate: PlanItem) => {
    const own = new Set(candidate.units)
    return units.filter((unit) => open.has(unit) && own.has(unit))
  }
  while (rest.length > 0) {
    let next = 0
    for (let index = 1; index < rest.length; index++) {
      const [a, b] = [rest[next], rest[index]]
      if (a === undefined || b === undefined) break
      const order =
        Number(isNecessary(b.place)) - Number(isNecessary(a.place)) ||
        closes(b.candidate).length - closes(a.candidate).length
      if (order > 0) next = index
    }
    const [taken] = rest.splice(next, 1)
    if (taken === undefined) break
    const newly = closes(taken.candidate)
    for (const unit of newly) open.delete(unit)
    items.push({
      id: taken.candidate.id,
      closes: newly,
      onlyOneFor: (onlyOneFor.get(taken.place) ?? []).flatMap((unit) => units[unit] ?? []),
    })
  }
  const short = Math.max(
    0,
    ...goal.points.map(({ points, from }) =>
      candidates.reduce(
        (left, { id, points: brings }) =>
          from === undefined || from.has(id) ? left - Math.max(0, brings) : left,
        points,
      ),
    ),
  )
  const minutes = chosen.reduce((sum, { candidate }) => sum + candidate.minutes, 0)
  return {
    items,
    minutes,
    points: chosen.reduce((sum, { candidate }) => sum + candidate.points, 0),
    unreachable: wanted.filter((unit) => !closable.has(unit)),
    pointsShort: short > TINY ? short : 0,
    optimal: found.leastItems === items.length && found.leastMinutes >= minutes - TINY,
    atLeast: { items: found.leastItems, minutes: found.leastMinutes },
  }
}
