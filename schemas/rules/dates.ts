/**
 * Checks that a period does not end before it begins.
 *
 * Dates are calendar dates (`YYYY-MM-DD`) without a time; they compare as text.
 *
 * @param first - the first day, inclusive
 * @param last - the last day, inclusive
 * @param message - what the editor should do when the last day is too early
 * @returns `true`, also while one of the two is still missing (another rule asks for it)
 */
export function endsOnOrAfter(
  first: string | undefined,
  last: string | undefined,
  message: string,
): true | string {
  if (first === undefined || last === undefined) return true
  return last >= first ? true : message
}
