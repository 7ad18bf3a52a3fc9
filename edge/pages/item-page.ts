import type { Edge } from '../context.ts'
import { packFactsIfAny } from '../pack/facts.ts'
import { standing } from '../records/attempts.ts'
import type { SignedIn } from '../records/sessions.ts'
import { examCall } from './exam-call.ts'
import { warnOthers } from './for-others.ts'
import type { Rewrite } from './site-page.ts'

/**
 * Adds to an item's page what its exam is to the member: whether a point of it counts for them, and what they can still do
 * with it. Other pages stay as they are, and so does this one where the pack's facts are not at hand: no page is to fail for
 * want of them.
 *
 * @param path of the page.
 */
export async function itemPage(edge: Edge, member: SignedIn | undefined, path: string): Promise<Rewrite> {
  const facts = member && (await packFactsIfAny(edge))
  const item = facts?.items.find((each) => each.path === path)
  if (member === undefined || facts === undefined || item === undefined) return (rewriter) => rewriter
  const stand = await standing(edge.db, member.id, item.exam)
  const warned = await warnOthers(edge, member, item.exam, stand)
  const called = examCall(item, stand, facts.window, edge.now())
  return (rewriter) => called(warned(rewriter))
}
