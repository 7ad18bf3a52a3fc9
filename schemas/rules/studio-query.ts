import type { ValidationContext } from 'sanity'

/** API version that validation queries are written for. */
const API_VERSION = '2025-02-19'

/**
 * The IDs under which the document being validated may be stored.
 *
 * @param id - the document's ID, with or without the `drafts.` or `versions.<release>.` prefix
 */
export function ownIds(id: string): { own: string; ownDraft: string } {
  const own = id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')
  return { own, ownDraft: `drafts.${own}` }
}

/**
 * Asks the dataset a question from inside a validation rule. Drafts count as well, so that two editors learn of a
 * clash before one of them publishes.
 *
 * @param context - what Studio passes to the rule
 * @param query - GROQ
 * @param params - the query's parameters
 * @returns the answer as it came: the caller must check its shape
 */
export async function ask(
  context: ValidationContext,
  query: string,
  params: Record<string, unknown>,
): Promise<unknown> {
  const client = context.getClient({ apiVersion: API_VERSION }).withConfig({ perspective: 'raw' })
  return await client.fetch<unknown>(
    query,
    params,
    context.signal === undefined ? {} : { signal: context.signal },
  )
}
