import { html } from 'hono/html'
import type { Edge } from '../context.ts'
import { packFactsIfAny } from '../pack/facts.ts'
import { stillToDo } from './cycle-end.ts'
import type { Rewrite } from './site-page.ts'

/**
 * Puts what can still be done in the place of the pack's own advice on accepting points, wherever a built page gives that,
 * once it is out of date by the server's clock. Without the pack's facts the advice stays: no page is to fail for want of them.
 */
export function acceptance(edge: Edge): Rewrite {
  return (rewriter) =>
    rewriter.on('[data-slot="acceptance"]', {
      async element(element) {
        const facts = await packFactsIfAny(edge)
        const toDo = facts && stillToDo(facts, edge.now())
        if (toDo !== undefined) element.setInnerContent(String(await html`<p>${toDo}</p>`), { html: true })
      },
    })
}
