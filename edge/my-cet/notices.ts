import { html } from 'hono/html'
import { doneNotice } from '../pages/form-parts.ts'
import type { Fragment } from '../pages/site-page.ts'
import type { Goal } from '../records/goals.ts'
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

/** What has just been done with a member's registrant types; nothing where the membership provider names them. */
export function typesNotice({ typesBy }: Room, saved: string | undefined): Fragment | '' {
  if (saved !== 'types' || typesBy === 'provider') return ''
  return doneNotice(
    typesBy === 'member'
      ? 'Saved. My CET shows the registrant types that you chose.'
      : 'Saved. You chose no registrant type, so My CET shows all of them.',
  )
}

/** What can be done with a goal. */
export const goalActs = ['added', 'changed', 'done', 'not-done', 'deleted', 'restored'] as const

/** See {@link goalActs}. */
export type GoalAct = (typeof goalActs)[number]

const goalWords: Readonly<Record<GoalAct, string>> = {
  added: 'Added',
  changed: 'Saved',
  done: 'Done',
  'not-done': 'Open again',
  deleted: 'Deleted',
  restored: 'Brought back',
}

/** What has just been done with a goal, for the page that follows; nothing when it is not so any more. */
export function goalNotice(act: GoalAct, goal: Goal & { readonly deleted: boolean }): Fragment | '' {
  const isDone = goal.doneOn !== undefined
  if (goal.deleted !== (act === 'deleted')) return ''
  if ((act === 'done' && !isDone) || (act === 'not-done' && isDone)) return ''
  return doneNotice(
    `${goalWords[act]}: ${goal.text}`,
    goal.deleted
      ? html`<form method="post" action="/my-cet/goals/${goal.id}/restore"><button class="button-secondary" type="submit">Undo</button></form>`
      : html`<p class="cet-link"><a href="#goal-${goal.id}">Go to the goal</a></p>`,
  )
}
