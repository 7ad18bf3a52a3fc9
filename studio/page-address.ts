/**
 * Where a published document appears on the site.
 *
 * @param siteUrl - origin of the site
 * @param document - the document as Studio holds it
 * @returns the page's address, or `undefined` for a document without a page of its own
 */
export function pageAddress(
  siteUrl: string | undefined,
  document: Readonly<Record<string, unknown>>,
): string | undefined {
  if (siteUrl === undefined) return undefined
  switch (document['_type']) {
    case 'article':
    case 'video': {
      const slug = slugOf(document['slug'])
      return slug === undefined ? undefined : `${siteUrl}/cet/active/${slug}/`
    }
    case 'pack':
      return `${siteUrl}/cet/active/`
    case 'siteSettings':
      return `${siteUrl}/`
    default:
      return undefined
  }
}

function slugOf(slug: unknown): string | undefined {
  if (typeof slug !== 'object' || slug === null || !('current' in slug)) return undefined
  return typeof slug.current === 'string' && slug.current !== '' ? slug.current : undefined
}
