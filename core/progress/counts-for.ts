import type { PackFacts } from '../pack-facts.ts'

/** What an item is of the published pack, as far as it decides whom a point of it is for. */
type PackItem = Pick<PackFacts['items'][number], 'registrantTypes' | 'units'>

/**
 * The registrant types that a point is for: those that its item is for and those of the competencies that its exam covers, so
 * that a competency which is done for a type brings the type its point as well. It is one rule for an exam that can be sat
 * and for a point that was earned, whatever of the two an editor has tagged outside the other.
 *
 * @param approved codes of the types that the item is for.
 */
export function pointAudience(
  approved: readonly string[],
  competencies: readonly { readonly registrantType: string }[],
): ReadonlySet<string> {
  return new Set([...competencies.map(({ registrantType }) => registrantType), ...approved])
}

/** {@link pointAudience} of an item of the pack, for who has not passed its exam. */
export function audienceOfItem(item: PackItem, { units }: Pick<PackFacts, 'units'>): ReadonlySet<string> {
  return pointAudience(
    item.registrantTypes,
    units.filter(({ id }) => item.units.includes(id)),
  )
}

/**
 * Whether a point counts for a member: when it was earned for one of their registrant types. The listing, the plan, the pages
 * of an item and its exam, the result and My CET all go by this, so that none promises what another denies.
 *
 * @param audience codes of the registrant types that the point is for, see {@link pointAudience}.
 * @param types codes of the member's registrant types; when none is known, every point counts.
 */
export function countsFor(audience: ReadonlySet<string>, types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => audience.has(type))
}
