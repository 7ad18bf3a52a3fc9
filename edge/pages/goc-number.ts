import type { PackFacts } from '../../core/index.ts'
import type { SignedIn } from '../records/sessions.ts'

/**
 * What a member has to do whose points cannot be sent because nobody told their GOC number. It comes from the membership
 * provider at each sign-in.
 *
 * @returns undefined when it is known, or when members record their points themselves.
 */
export function gocNumberWanted(
  { gocNumber }: SignedIn,
  { scheme, contactEmail }: PackFacts,
): string | undefined {
  if (gocNumber !== undefined || scheme.recording === 'registrant-uploads') return undefined
  return `Your GOC number is not known here: add it to your membership record and sign in again, or write to ${contactEmail}.`
}
