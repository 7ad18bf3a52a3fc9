import { isAcceptanceOver, type PackFacts } from '../../core/index.ts'
import type { Edge } from '../context.ts'
import type { SignedIn } from '../records/sessions.ts'

/**
 * What a member has to do whose points cannot be sent because nobody told their GOC number. It comes from the membership
 * provider at each sign-in.
 *
 * @returns undefined when it is known, when the provider is not set up to tell any, when members record their points
 *   themselves, or when sending would be too late.
 */
export function gocNumberWanted(
  { gocNumber }: SignedIn,
  { scheme, cycle, window, contactEmail }: PackFacts,
  { settings, now }: Pick<Edge, 'settings' | 'now'>,
): string | undefined {
  if (gocNumber !== undefined || settings.CLAIMS.gocNumber === undefined) return undefined
  if (scheme.recording === 'registrant-uploads') return undefined
  if (isAcceptanceOver(cycle.acceptBy, now(), window.timeZone)) return undefined
  return `Your GOC number is not known here: add it to your membership record and sign in again, or write to ${contactEmail}.`
}
