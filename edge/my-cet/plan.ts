import { html } from 'hono/html'
import {
  dayOf,
  isAcceptanceOver,
  lastDayInTime,
  type Plan,
  progressOf,
  windowState,
  yearOf,
} from '../../core/index.ts'
import { cycleOverSentence } from '../pages/cycle-end.ts'
import { formatDay, formatInstant } from '../pages/dates.ts'
import type { Fragment } from '../pages/site-page.ts'
import { aboutMinutes, counted, listed, oneOf, pointsText } from '../pages/words.ts'
import { missingParts } from './missing.ts'
import type { OwnPlan } from './own-plan.ts'
import { countedAwards, type Room } from './room.ts'

/**
 * The fewest items that close what a member lacks, why each is among them, and what no item can do.
 *
 * @param own undefined while the pack is not open.
 */
export function planSection(room: Room, own: OwnPlan | undefined): Fragment {
  return html`<section aria-labelledby="plan"><h2 id="plan">Your plan</h2>${planned(room, own)}</section>`
}

function planned(room: Room, own: OwnPlan | undefined): Fragment {
  const { facts, now, elsewhere, cycleOver } = room
  const { window, scheme } = facts
  if (own === undefined) {
    if (cycleOver) return html`<p>${cycleOverSentence(facts)} Nothing more can be earned for it.</p>`
    return windowState(window, now) === 'before'
      ? html`<p>The pack opens on ${formatDay(window.opensOn)}. From then on this is the shortest way to what you lack.</p>`
      : html`<p>The pack closed at the end of ${formatDay(window.closesOn)}. ${lacksNothing(room) ? 'You lack nothing that it could have given.' : 'What you still lack has to come from elsewhere.'}</p>`
  }
  const { goal, plan, items: inPlan } = own
  if (goal.units.length === 0 && goal.points.length === 0) {
    // Nothing is known of points elsewhere, and so nothing of how many this pack still has to give.
    return elsewhere.points.length === 0
      ? html`<p>No ${scheme.unitSingular} is missing that an exam of this pack could close. Whether you need more of its points, it says here once you have <a href="/my-cet/elsewhere/">told it your points elsewhere</a>.</p>`
      : html`<p>You lack nothing that an exam of this pack could give.</p>`
  }
  return html`${
    inPlan.length === 0
      ? html`<p>No exam that you can still sit would bring you closer to what you lack.</p>`
      : html`<p class="cet-plan-sum"><strong>${planSentence(room, goal.units.length, plan)}</strong>${howSure(plan)}</p>
<ol class="cet-plan">${inPlan.map(
          (item) => html`<li data-plan="${item.id}"><a href="${item.path}">${item.title}</a>
<span class="muted">${item.format === 'video' ? 'Video' : 'Article'}, ${item.minutes} min, ${pointsText(item.points)}</span>
<span>${why(room, item)}</span></li>`,
        )}</ol>`
  }
${unreachable(room, plan)}
${plan.pointsShort > 0 ? html`<p>${pointsText(plan.pointsShort)} more than these exams can give must come from elsewhere${room.progress.some(({ interactive }) => (interactive?.missing ?? 0) > 0) ? ', on top of the interactive points that you lack' : ''}.</p>` : ''}
${inPlan.length === 0 ? '' : html`${afterwards(room, inPlan)}${inTime(room)}`}
<p class="muted">Times are for reading and watching; the exams come on top. The plan is made anew each time you open this page, from what you have passed and what you told us of elsewhere.${elsewhere.points.length === 0 ? ` Until you tell us your points elsewhere, it looks at ${scheme.unitPlural} only.` : ''}</p>`
}

function lacksNothing({ progress, facts }: Room): boolean {
  return progress.every((one) => missingParts(one, facts.scheme).length === 0)
}

/** “3 items, about 1 h 10 min, close all 4 competencies that you lack.” */
function planSentence({ facts }: Room, lacking: number, plan: Plan): string {
  const closed = lacking - plan.unreachable.length
  const one = plan.items.length === 1
  const units =
    closed === 0
      ? undefined
      : `${one ? 'closes' : 'close'} ${
          closed < lacking
            ? `${closed} of the ${counted(lacking, facts.scheme.unitSingular, facts.scheme.unitPlural)}`
            : lacking === 1
              ? `the one ${facts.scheme.unitSingular}`
              : `all ${counted(lacking, facts.scheme.unitSingular, facts.scheme.unitPlural)}`
        } that you lack`
  const points = `${one ? 'earns' : 'earn'} ${pointsText(plan.points)}`
  return `${counted(plan.items.length, 'item')}, ${aboutMinutes(plan.minutes)}, ${units === undefined ? points : `${units} and ${points}`}.`
}

/** What a member has to know of a plan that could not be compared with all others; nothing where it could. */
export function howSure({ optimal, items, atLeast }: Pick<Plan, 'optimal' | 'items' | 'atLeast'>): string {
  if (optimal) return ''
  const tried = ' There are too many ways to try them all:'
  return atLeast.items < items.length
    ? `${tried} fewer items might do, but not fewer than ${atLeast.items}.`
    : `${tried} other items might take less time, but no fewer items do.`
}

function why(room: Room, { closes, onlyOneFor }: Plan['items'][number]): string {
  const only =
    onlyOneFor.length > 0 ? `The only one for ${listed(onlyOneFor.map(unitName(room)))}` : undefined
  const others = closes.filter((id) => !onlyOneFor.includes(id))
  const also = others.length > 0 ? listed(others.map(unitName(room))) : undefined
  if (only !== undefined) return also === undefined ? `${only}.` : `${only}; also closes ${also}.`
  return also === undefined
    ? 'For its point.'
    : `Closes ${counted(closes.length, room.facts.scheme.unitSingular, room.facts.scheme.unitPlural)}: ${also}.`
}

/** What no item closes, and where else it may be found. */
function unreachable(room: Room, plan: Plan): Fragment | '' {
  if (plan.unreachable.length === 0) return ''
  const { facts, now, types } = room
  const codes = types.map(({ code }) => code)
  return html`<div class="panel panel-warning"><h3>What no exam here can close</h3>
<ul>${plan.unreachable.map((id) => {
    const meetings = facts.opportunities.filter(
      (each) =>
        !each.cancelled &&
        Date.parse(each.startsAt) > now &&
        // A meeting of the next cycle closes nothing in this one.
        dayOf(Date.parse(each.startsAt), each.timeZone) <= facts.cycle.endsOn &&
        each.units.includes(id) &&
        each.registrantTypes.some((code) => codes.includes(code)),
    )
    return html`<li><strong>${unitName(room)(id)}</strong>: ${
      meetings.length === 0
        ? `look for it at another provider, in time for the end of ${formatDay(facts.cycle.endsOn)}.`
        : html`covered by ${meetings.map(
            (meeting, index) =>
              html`${index > 0 ? '; ' : ''}<a href="/cet/interactive/#${meeting.id}">${meeting.title}</a> (${formatInstant(Date.parse(meeting.startsAt), meeting.timeZone)})`,
          )}.`
    }</li>`
  })}</ul></div>`
}

/** What is missing once everything in the plan has been passed. */
function afterwards(room: Room, items: readonly Room['facts']['items'][number][]): Fragment {
  const { facts, types, elsewhere, now, year } = room
  const passed = items.map(({ exam, points, pointType, units }) => ({
    exam,
    points,
    pointType,
    year: yearOf(now, facts.window.timeZone),
    competencies: facts.units.filter(({ id }) => units.includes(id)),
  }))
  const then = progressOf(
    facts,
    types.map(({ code }) => code),
    [...countedAwards(room), ...passed],
    elsewhere,
    year,
  )
  return html`${then.map((one) => {
    const parts = missingParts(one, facts.scheme)
    const as = then.length > 1 ? `, as ${oneOf(one.type.title)},` : ''
    return html`<p data-afterwards="${one.type.code}">${
      parts.length === 0
        ? `After it you lack nothing${as.replace(/,$/, '')}.`
        : `After it you still lack${as} ${listed(parts)}.`
    }</p>`
  })}`
}

/** Until when what a member earns is sure to be there in time to be accepted; nothing where nobody sends it for them. */
function inTime({ facts: { scheme, cycle, window }, now, today }: Room): Fragment | '' {
  const { acceptBy } = cycle
  if (scheme.recording !== 'provider-uploads' || acceptBy === undefined) return ''
  if (isAcceptanceOver(acceptBy, now, window.timeZone)) return ''
  const last = lastDayInTime(acceptBy)
  return today <= last
    ? html`<p>Points take up to ten working days to reach MyGOC. Those that you earn by <strong>${formatDay(last)}</strong> are there in time for you to accept them.</p>`
    : html`<p class="panel panel-warning">Points take up to ten working days to reach MyGOC, bank holidays not counted, so one that you earn now may come after ${formatDay(acceptBy)}, the last day for accepting it. Sit first what you need most, look on MyGOC every day, and write to us in good time if a point is missing.</p>`
}

/** A unit's title, with the registrant type where another of the member's types has a unit of the same title. */
function unitName({ facts, types }: Room): (id: string) => string {
  const own = facts.units.filter(({ registrantType }) => types.some(({ code }) => code === registrantType))
  return (id) => {
    const unit = own.find((each) => each.id === id)
    const type = types.find(({ code }) => code === unit?.registrantType)
    const ambiguous = own.some((each) => each.id !== id && each.title === unit?.title)
    return ambiguous && type !== undefined
      ? `${unit?.title} (${type.title.toLowerCase()})`
      : (unit?.title ?? id)
  }
}
