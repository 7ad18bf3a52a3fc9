import type { Context } from 'hono'
import { audienceOf } from '../access/paths.ts'
import type { App } from '../context.ts'

/** Leaves of a member's page only the links that open for them: without entitlement, the text of the others stays. */
export function openLinksOnly(c: Context<App>, page: Response): Response {
  if (c.get('member')?.entitlement !== undefined) return page
  return new HTMLRewriter()
    .on('main a[href^="/"]', {
      element(link) {
        const [path] = (link.getAttribute('href') ?? '').split(/[?#]/)
        if (audienceOf(path) === 'entitled') link.removeAndKeepContent()
      },
    })
    .transform(page)
}
