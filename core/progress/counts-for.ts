/**
 * Whether a point counts for a member: when it was earned for one of their registrant types. The listing, the pages of an
 * item and its exam, the result and My CET all go by this, so that none promises what another denies.
 *
 * @param audience codes of the registrant types that the point is for.
 * @param types codes of the member's registrant types; when none is known, every point counts.
 */
export function countsFor(audience: ReadonlySet<string>, types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => audience.has(type))
}
