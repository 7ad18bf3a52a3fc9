import { isAcceptanceOver, type PackFacts } from '../../core/index.ts'
import type { SignedIn } from '../records/sessions.ts'

/**
 * What a member has to do whose points cannot be sent because nobody told their GOC number. It comes from the membership
 * provider at each sign-in.
 *
 * @param now milliseconds of the Unix epoch.
 * @returns undefined when it is known, when members record their points themselves, or when sending would be too late.
 */
export function gocNumberWanted(
  { gocNumber }: SignedIn,
  { scheme, cycle, window, contactEmail }: PackFacts,
  now: number,
): string | undefined {
  if (gocNumber !== undefined || scheme.recording === 'registrant-uploads') return undefined
  if (isAcceptanceOver(cycle.acceptBy, now, window.timeZone)) return undefined
  return `Your GOC number is not known here: add it to your membership record and sign in again, or write to ${contactEmail}.`
}
