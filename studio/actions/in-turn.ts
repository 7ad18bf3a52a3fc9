import type { DocumentActionsResolver } from 'sanity'

/**
 * Composes resolvers of document actions: each gets what the one before it left.
 *
 * @param resolvers - in the order in which they act
 */
export function inTurn(...resolvers: readonly DocumentActionsResolver[]): DocumentActionsResolver {
  return (actions, context) => resolvers.reduce((left, resolve) => resolve(left, context), actions)
}
