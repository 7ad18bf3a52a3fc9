import type { PackFacts } from '../pack-facts.ts'
import type { PlanGoal, PlanItem } from '../plan/model.ts'
import { audienceOfItem } from './counts-for.ts'
import { lastYearOf } from './cycle.ts'
import { isGeneralToo, itemPointsMissing, missingUnits, type TypeProgress } from './progress.ts'

type Item = PackFacts['items'][number]

/**
 * What the items of the pack may still have to do for a member: close the units that are missing, and earn for each of their
 * registrant types the points that are missing of the total, of this year’s minimum and of specialist and general points.
 * What counts for what is as in `progressOf`. While nothing is known of points from elsewhere, no number of them can be
 * planned for.
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
  const audiences = new Map(facts.items.map((item) => [item, audienceOfItem(item, facts)]))
  const isFor = (item: Item, code: string) => audiences.get(item)?.has(code) === true
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
      {
        points: Math.max(0, (one.general?.missing ?? 0) - (one.interactive?.missing ?? 0)),
        from: idsOf(
          (item) =>
            general.some((each) => isFor(item, each)) &&
            (!covers(item, code) || isGeneralToo(audiences.get(item), code)),
        ),
      },
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
 * The items that a member can still earn a non-interactive point with, for one of their registrant types by
 * {@link audienceOfItem}.
 *
 * @param types codes of the member's registrant types.
 * @param sittable IDs of the exams that the member can sit now: open, not passed, with an attempt left.
 */
export function planCandidates(
  facts: Pick<PackFacts, 'items' | 'units'>,
  types: readonly string[],
  sittable: ReadonlySet<string>,
): PlanItem[] {
  return facts.items
    .filter((item) => {
      if (item.pointType !== 'non-interactive' || !sittable.has(item.exam)) return false
      const audience = audienceOfItem(item, facts)
      return types.some((code) => audience.has(code))
    })
    .map(({ id, units, points, minutes }) => ({ id, units, points, minutes }))
}
