import type { ValidationContext } from 'sanity'

/** API version that validation queries are written for. */
const API_VERSION = '2025-02-19'

/**
 * GROQ for "another document that members can see". Drafts do not count: otherwise a copy that an editor has only begun
 * to change would stand in the way of its published original. Of two drafts, the second one to be published is refused.
 */
export const ANOTHER_PUBLISHED = '_id != $own && !(_id in path("drafts.**")) && !(_id in path("versions.**"))'

/**
 * The value for `$own` in {@link ANOTHER_PUBLISHED}: the ID under which a document is or will be published.
 *
 * @param id - the document's ID, with or without the `drafts.` or `versions.<release>.` prefix
 */
export function publishedId(id: string): string {
  return id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')
}

/**
 * Asks the dataset a question from inside a validation rule.
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
