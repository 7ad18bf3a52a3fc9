import { html } from 'hono/html'
import { doneNotice } from '../pages/form-parts.ts'
import type { Fragment } from '../pages/site-page.ts'
import type { Room } from './room.ts'

/** What has just been done, for the page that follows; nothing when it is not so any more. */
export function elsewhereNotice({ elsewhere }: Room, saved: string | undefined): Fragment | '' {
  if (saved === 'undone') return doneNotice('Undone. What you had entered before is back.')
  if (saved === 'changed-since') {
    return doneNotice('Nothing was undone, because you have saved something else since.')
  }
  if (saved === undefined || saved !== String(elsewhere.number)) return ''
  return doneNotice(
    'Saved. Everything below counts what you have elsewhere.',
    html`<form method="post" action="/my-cet/elsewhere/undo"><input type="hidden" name="number" value="${elsewhere.number}"><button class="button-secondary" type="submit">Undo</button></form>`,
  )
}
