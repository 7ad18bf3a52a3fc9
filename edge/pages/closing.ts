import { closingSentence } from '../../core/index.ts'
import type { Edge } from '../context.ts'
import { packFacts } from '../pack/facts.ts'
import type { Rewrite } from './site-page.ts'

/** Tells by the server's clock how long the pack is still open, wherever a page keeps a place for it. */
export function closing(edge: Edge): Rewrite {
  return (rewriter) =>
    rewriter.on('[data-slot="closing"]', {
      async element(element) {
        const { window } = await packFacts(edge)
        element.setInnerContent(closingSentence(window, edge.now()))
      },
    })
}
