import type { DocumentActionsResolver, NewDocumentOptionsResolver } from 'sanity'
import { SINGLETON_TYPES } from '../schemas/index.ts'

/** Actions that make sense for a document of which exactly one must exist. */
const SINGLETON_ACTIONS: ReadonlySet<string> = new Set(['publish', 'discardChanges', 'restore'])

/** Takes away what would make a second settings document, or none. */
export const singletonActions: DocumentActionsResolver = (actions, { schemaType }) =>
  SINGLETON_TYPES.has(schemaType)
    ? actions.filter(({ action }) => action !== undefined && SINGLETON_ACTIONS.has(action))
    : actions

/** Leaves singletons out of "Create new document". */
export const withoutSingletons: NewDocumentOptionsResolver = (options) =>
  options.filter(({ templateId }) => !SINGLETON_TYPES.has(templateId))
