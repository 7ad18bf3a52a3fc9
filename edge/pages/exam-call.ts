import type { PackFacts } from '../../core/index.ts'
import { refusalOf } from '../exams/refusal.ts'
import type { Standing } from '../records/attempts.ts'
import { examLink } from './exam-link.ts'
import type { Rewrite } from './site-page.ts'

/**
 * Has an item's page lead to the member's result, or to an exam that can only be looked at, instead of asking them to take
 * an exam that they cannot take. Where they can, the page stays as it was built.
 *
 * @param stand where the member stands with the item's exam; undefined when it has not been released.
 * @param now milliseconds of the Unix epoch, by the server's clock.
 */
export function examCall(
  item: PackFacts['items'][number],
  stand: Standing | undefined,
  window: PackFacts['window'],
  now: number,
): Rewrite {
  if (stand === undefined || refusalOf(stand, now) === undefined) return (rewriter) => rewriter
  const { words, href } = examLink(item, stand, window, now)
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
