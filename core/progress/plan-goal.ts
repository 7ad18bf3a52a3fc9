import type { PackFacts } from '../pack-facts.ts'
import type { PlanGoal, PlanItem } from '../plan/model.ts'
import { lastYearOf } from './cycle.ts'
import { itemPointsMissing, missingUnits, type TypeProgress } from './progress.ts'

type Item = PackFacts['items'][number]

/**
 * What the items of the pack may still have to do for a member: close the units that are missing, and earn for each of their
 * registrant types the points that are missing of the total, of this year’s minimum and of specialist points. What counts
 * for what is as in `progressOf`. While nothing is known of points from elsewhere, no number of them can be planned for.
 *
 * @param progress of all the member’s types.
 * @param told whether the member has said what they hold elsewhere.
 */
export function planGoal(
  facts: Pick<PackFacts, 'items' | 'units' | 'cycle'>,
  progress: readonly TypeProgress[],
  told: boolean,
): PlanGoal {
  const units = missingUnits(progress)
  if (!told) return { units, points: [] }
  const typeOf = new Map(facts.units.map(({ id, registrantType }) => [id, registrantType]))
  const covers = (item: Item, code: string) => item.units.some((unit) => typeOf.get(unit) === code)
  const isFor = (item: Item, code: string) => item.registrantTypes.includes(code) || covers(item, code)
  const idsOf = (fits: (item: Item) => boolean) => new Set(facts.items.filter(fits).map(({ id }) => id))
  const points = progress.flatMap((one) => {
    const { code } = one.type
    const general = one.specialist === undefined ? [code] : progress.map(({ type }) => type.code)
    return [
      {
        points: Math.max(itemPointsMissing(one), yearPointsMissing(one, facts.cycle)),
        from: idsOf((item) => general.some((each) => isFor(item, each))),
      },
      { points: one.specialist?.missing ?? 0, from: idsOf((item) => covers(item, code)) },
    ]
  })
  return { units, points: points.filter((missing) => missing.points > 0) }
}

/**
 * The points of this year’s minimum that non-interactive items may still have to earn: in the last year of the cycle without
 * those that must be interactive, as these have to be earned in it anyway.
 */
function yearPointsMissing({ thisYear, interactive }: TypeProgress, cycle: PackFacts['cycle']): number {
  if (thisYear === undefined) return 0
  const isLast = thisYear.year >= lastYearOf(cycle)
  return Math.max(0, thisYear.missing - (isLast ? (interactive?.missing ?? 0) : 0))
}

/**
 * The items that a member can still earn a non-interactive point with, for one of their registrant types.
 *
 * @param types codes of the member's registrant types.
 * @param sittable IDs of the exams that the member can sit now: open, not passed, with an attempt left.
 */
export function planCandidates(
  items: PackFacts['items'],
  types: readonly string[],
  sittable: ReadonlySet<string>,
): PlanItem[] {
  return items
    .filter(
      ({ exam, pointType, registrantTypes }) =>
        pointType === 'non-interactive' &&
        sittable.has(exam) &&
        registrantTypes.some((code) => types.includes(code)),
    )
    .map(({ id, units, points, minutes }) => ({ id, units, points, minutes }))
}
