import { type PackFacts, shownTypes } from '../../core/index.ts'
import type { Edge } from '../context.ts'
import { elsewhereOf } from '../records/elsewhere.ts'
import type { SignedIn } from '../records/sessions.ts'

/** The registrant types that pages go by, and who named them; the member's own choice is looked up only where it counts. */
export async function memberTypes(
  edge: Edge,
  member: SignedIn,
  facts: Pick<PackFacts, 'registrantTypes' | 'cycle'>,
): Promise<ReturnType<typeof shownTypes>> {
  const told = shownTypes(facts, member.registrantTypes, [])
  if (told.by === 'provider') return told
  const chosen = await elsewhereOf(edge.db, { member: member.id, cycle: facts.cycle.id })
  return shownTypes(facts, [], chosen.registrantTypes)
}
