import type { PackFacts } from '../pack-facts.ts'
import { itemPointsMissing, missingUnits, type TypeProgress } from './progress.ts'

/**
 * What the items of the pack may still have to do for a member: close the units that are missing, and earn the points of
 * that registrant type which lacks most of them. While nothing is known of points from elsewhere, no number of points can
 * be planned for, and it is 0.
 *
 * @param told whether the member has said what they hold elsewhere.
 */
export function planGoal(
  progress: readonly TypeProgress[],
  told: boolean,
): { readonly units: readonly string[]; readonly points: number } {
  return {
    units: missingUnits(progress),
    points: told ? Math.max(0, ...progress.map(itemPointsMissing)) : 0,
  }
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
): Pick<PackFacts['items'][number], 'id' | 'units' | 'points' | 'minutes'>[] {
  return items
    .filter(
      ({ exam, pointType, registrantTypes }) =>
        pointType === 'non-interactive' &&
        sittable.has(exam) &&
        registrantTypes.some((code) => types.includes(code)),
    )
    .map(({ id, units, points, minutes }) => ({ id, units, points, minutes }))
}
