import { html } from 'hono/html'
import { type TypeProgress, windowState } from '../../core/index.ts'
import { refusalOf, resultPath } from '../exams/refusal.ts'
import type { Fragment } from '../pages/site-page.ts'
import { capital, counted } from '../pages/words.ts'
import type { OwnPlan } from './own-plan.ts'
import type { Room } from './room.ts'

type Unit = TypeProgress['units'][number]

/** State of a unit in words and by a sign, so that it is never told by colour alone. */
const states: Readonly<Record<Unit['state'], { readonly sign: string; readonly words: string }>> = {
  here: { sign: '✓', words: 'Done here' },
  elsewhere: { sign: '✓', words: 'Done elsewhere' },
  missing: { sign: '○', words: 'Missing' },
}

/**
 * The grid of units, one list a registrant type.
 *
 * @param plan where one is shown on the same page: what is missing leads to its items first.
 */
export function unitGrid(room: Room, plan: OwnPlan | undefined): Fragment {
  const { scheme } = room.facts
  return html`<section aria-labelledby="units"><h2 id="units">${capital(scheme.unitPlural)}</h2>
${
  room.cycleOver && room.progress.some(({ units }) => units.some(({ state }) => state === 'missing'))
    ? html`<p>The cycle is over: what is missing here can no longer be done for it.</p>`
    : ''
}
${room.progress.map(({ type, units }) => {
  const in_ = (state: Unit['state']) => units.filter((unit) => unit.state === state).length
  return html`<div class="cet-type">
<h3 id="units-${type.code}">${type.title}</h3>
<p class="muted">${units.length - in_('missing')} of ${counted(units.length, scheme.unitSingular, scheme.unitPlural)} done: ${in_('here')} here, ${in_('elsewhere')} elsewhere. ${in_('missing')} missing.</p>
<ul class="cet-units" aria-labelledby="units-${type.code}">${units.map(
    (
      unit,
    ) => html`<li class="cet-unit cet-unit-${unit.state}" data-unit="${unit.id}" data-state="${unit.state}">
<span class="cet-sign" aria-hidden="true">${states[unit.state].sign}</span>
<span class="cet-unit-title">${unit.title}</span>
<span class="cet-unit-state">${states[unit.state].words}</span>
${how(room, unit, plan)}</li>`,
  )}</ul></div>`
})}</section>`
}

/** Where a unit was done, or where it can be. */
function how(room: Room, unit: Unit, plan: OwnPlan | undefined): Fragment | '' {
  switch (unit.state) {
    case 'elsewhere':
      return html`<span class="cet-unit-how">By your own entry</span>`
    case 'here': {
      const by = room.points.find(
        ({ competencies, lost }) => !lost && competencies.some(({ id }) => id === unit.id),
      )
      return by === undefined
        ? ''
        : html`<a class="cet-unit-how" href="${resultPath(by.attempt)}">${by.item_title}</a>`
    }
    case 'missing':
      // Nothing leads to a unit any more then, which is said once above.
      if (room.cycleOver) return ''
      return html`<span class="cet-unit-how">${wayTo(room, unit, plan)}</span>`
  }
}

/**
 * The first item of the plan that covers a unit, or else the first of the pack whose exam can still count, and how many
 * others there are.
 */
function wayTo(room: Room, { id, title }: Unit, plan: OwnPlan | undefined) {
  const { facts, now } = room
  const covering = facts.items.filter(({ units }) => units.includes(id))
  if (covering.length === 0) return 'No exam of this pack covers it'
  const possible = covering.filter(({ exam }) => canStillCount(room, exam))
  const planned = plan?.items.find(({ units }) => units.includes(id))
  const first = planned ?? possible[0]
  if (first === undefined) {
    return windowState(facts.window, now) === 'after'
      ? 'Has to come from elsewhere'
      : 'No exam that you can still sit covers it'
  }
  const more = possible.length - 1
  const type = facts.units.find((unit) => unit.id === id)?.registrantType
  return html`${planned === undefined ? '' : 'In your plan: '}<a href="${first.path}">${first.title}</a>${
    more === 0
      ? ''
      : html` or <a href="/cet/competencies/#${type}">${more} more<span class="visually-hidden"> for ${title}</span></a>`
  }`
}

/** Whether an exam can be sat now or later; one that has not been released yet can, as long as the pack is open. */
function canStillCount({ facts, standings, now }: Room, exam: string): boolean {
  const standing = standings.find((each) => each.exam === exam)
  if (standing === undefined) return windowState(facts.window, now) !== 'after'
  const refusal = refusalOf(standing, now)
  return refusal === undefined || refusal.code === 'submission/not-open-yet'
}
