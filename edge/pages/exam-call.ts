import type { Edge } from '../context.ts'
import { refusalOf } from '../exams/refusal.ts'
import { packFactsIfAny } from '../pack/facts.ts'
import { standing } from '../records/attempts.ts'
import type { SignedIn } from '../records/sessions.ts'
import { examLink } from './exam-link.ts'
import type { Rewrite } from './site-page.ts'

/**
 * Has an item's page lead to the member's result, or to an exam that can only be looked at, instead of asking them to take
 * an exam that they cannot take. Where they can, the page stays as it was built.
 *
 * @param path of the page.
 */
export async function examCall(edge: Edge, member: SignedIn | undefined, path: string): Promise<Rewrite> {
  const facts = member && (await packFactsIfAny(edge))
  const item = facts?.items.find((each) => each.path === path)
  const stand = member && item && (await standing(edge.db, member.id, item.exam))
  const now = edge.now()
  if (facts === undefined || item === undefined || stand === undefined) return (rewriter) => rewriter
  if (refusalOf(stand, now) === undefined) return (rewriter) => rewriter
  const { words, href } = examLink(item, stand, facts.window, now)
  return (rewriter) =>
    rewriter
      .on('[data-slot="exam-call-title"]', {
        element: (element) => void element.setInnerContent('The exam'),
      })
      .on('[data-slot="exam-call"]', {
        element(element) {
          element.setAttribute('href', href)
          element.setInnerContent(words)
        },
      })
}
