import type { SlugValidationContext, ValidationError } from 'sanity'
import { ANOTHER_PUBLISHED, ask, publishedId } from './studio-query.ts'

/** Slugs become one segment of an address, so only characters that need no encoding are allowed. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * Checks the characters of a slug.
 *
 * @param slug - what the editor wrote or generated
 * @returns `true`, also when empty (another rule asks for it), or what to write instead: as an error object, because a
 *   plain text gives way to the message of the rule that it is chained to
 */
export function isSlug(slug: string | undefined): true | ValidationError {
  if (slug === undefined || slug === '' || SLUG.test(slug)) return true
  return { message: 'Use lower-case letters, digits and single hyphens only, such as red-eye-in-practice.' }
}

/**
 * Makes the uniqueness check for a slug.
 *
 * @param types - the document types that share one folder of addresses: an article and a video of the same slug
 *   would overwrite each other's page
 * @returns a check for Studio's slug field
 */
export function slugIsUniqueAmong(types: readonly string[]) {
  return async (slug: string, context: SlugValidationContext): Promise<boolean> => {
    const id = context.document?._id
    if (id === undefined) return true
    const taken = await ask(
      context,
      `count(*[_type in $types && ${ANOTHER_PUBLISHED} && slug.current == $slug])`,
      { types, slug, own: publishedId(id) },
    )
    return taken === 0
  }
}
