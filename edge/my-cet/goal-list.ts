import { html } from 'hono/html'
import { timeLeft } from '../../core/index.ts'
import { formatDay } from '../pages/dates.ts'
import type { Fragment } from '../pages/site-page.ts'
import { counted } from '../pages/words.ts'
import type { Goal } from '../records/goals.ts'
import type { Room } from './room.ts'

/** When a goal is due or was done, in words. */
export function goalWhen({ targetOn, doneOn }: Goal, { now, today, facts }: Room): Fragment {
  if (doneOn !== undefined) return html`Done on ${formatDay(doneOn)}`
  if (targetOn === undefined) return html`No target date`
  return targetOn < today
    ? html`<strong class="cet-overdue">Overdue</strong> since ${formatDay(targetOn)}`
    : html`By ${formatDay(targetOn)}: ${timeLeft(targetOn, now, facts.window.timeZone)}`
}

/** What a goal is about. */
export function goalUnit({ unit }: Goal, { facts }: Room): string | undefined {
  const found = facts.units.find(({ id }) => id === unit)
  const type = facts.registrantTypes.find(({ code }) => code === found?.registrantType)
  return found && `${found.title}${type === undefined ? '' : ` (${type.title.toLowerCase()})`}`
}

/** The open goals of the personal development plan, in short. */
export function goalsInShort(room: Room): Fragment {
  const open = room.goals.filter(({ doneOn }) => doneOn === undefined)
  const done = room.goals.length - open.length
  return html`<section aria-labelledby="goals"><h2 id="goals">Personal development plan</h2>
${
  open.length === 0
    ? html`<p>${done === 0 ? 'You have written down no goal yet.' : 'No goal is open.'}</p>`
    : html`<ul class="cet-goals-short">${open.map(
        (goal) =>
          html`<li><strong dir="auto">${goal.text}</strong> <span class="muted">${goalWhen(goal, room)}</span></li>`,
      )}</ul>`
}
${done === 0 ? '' : html`<p class="muted">${counted(done, 'goal')} done.</p>`}
<p class="cet-link"><a href="/my-cet/goals/">${room.goals.length === 0 ? 'Write down a goal' : 'Goals of your plan'}</a></p></section>`
}
