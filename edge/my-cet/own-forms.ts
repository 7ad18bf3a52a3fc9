import type { Context } from 'hono'
import { deviceKey } from '../access/device-key.ts'
import type { App } from '../context.ts'
import { signedIn } from '../exams/routes.ts'
import { readForm } from '../http/form.ts'
import { RequestError } from '../http/problem.ts'

/** The field that says whose page a form stands in. */
export const ownerField = 'owner'

/**
 * Has every form of a member's own pages say whose page it is. People share browsers: what one of them wrote in a tab must
 * not become the record of whoever has signed in since.
 */
export async function nameOwner(c: Context<App>, page: Response): Promise<Response> {
  const key = await deviceKey(signedIn(c).id)
  return new HTMLRewriter()
    .on('form[method="post"][action^="/my-cet/"]', {
      element: (form) =>
        void form.prepend(`<input type="hidden" name="${ownerField}" value="${key}">`, { html: true }),
    })
    .transform(page)
}

/**
 * Reads a form of a member's own pages, see {@link readForm}. One that names nobody is taken for the member's own.
 *
 * @throws RequestError entry/foreign-form, and those of `readForm`.
 */
export async function readOwnForm(c: Context<App>): Promise<URLSearchParams> {
  const form = await readForm(c)
  const owner = form.get(ownerField)
  if (owner !== null && owner !== (await deviceKey(signedIn(c).id))) {
    throw new RequestError(
      'entry/foreign-form',
      'The page that this came from was opened by somebody else.',
      {
        link: '/my-cet/',
      },
    )
  }
  return form
}
