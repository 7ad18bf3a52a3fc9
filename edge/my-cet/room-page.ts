import type { Context } from 'hono'
import type { App } from '../context.ts'
import { type Fragment, shellPage } from '../pages/site-page.ts'
import { openLinksOnly } from './open-links.ts'
import { nameOwner } from './own-forms.ts'

/**
 * A page of a member's own room in the room's layout.
 *
 * @param page.faulty a form came back: the title says so first, as screen readers read it first.
 */
export async function roomPage(
  c: Context<App>,
  page: { readonly title: string; readonly content: Fragment; readonly faulty?: boolean },
): Promise<Response> {
  const { title, content, faulty = false } = page
  return openLinksOnly(
    c,
    await nameOwner(
      c,
      await shellPage(c, {
        shell: '/shell/my-cet/',
        title: faulty ? `Error: ${title}` : title,
        content,
        status: faulty ? 422 : 200,
      }),
    ),
  )
}
