import { html } from 'hono/html'
import { isAcceptanceOver, type PackFacts, windowState } from '../../core/index.ts'
import { resultPath } from '../exams/refusal.ts'
import { arrivalWords } from '../pages/arrival-words.ts'
import { formatDay, formatInstant } from '../pages/dates.ts'
import { forOthersSentence } from '../pages/for-others.ts'
import type { Fragment } from '../pages/site-page.ts'
import { pointsText } from '../pages/words.ts'
import { question } from './question.ts'
import type { Point, Room } from './room.ts'

/** What a state is called, and what it means for the member. */
export function stateWords(point: Point, room: Room): { title: string; meaning: string } {
  const { facts, now } = room
  const { scheme, cycle, window } = facts
  const by = cycle.acceptBy === undefined ? '' : ` by ${formatDay(cycle.acceptBy)}`
  if (point.forOthers !== undefined) {
    const why = forOthersSentence(point.forOthers)
    return point.state === 'accepted'
      ? { title: 'Accepted', meaning: why }
      : { title: 'Not counted', meaning: `${why} It stays on your record, and there is nothing to do.` }
  }
  if (scheme.recording === 'registrant-uploads') {
    return point.state === 'accepted'
      ? { title: 'Recorded', meaning: `You recorded it with the ${scheme.regulator}.` }
      : {
          title: 'Earned',
          meaning: `Record it with the ${scheme.regulator} yourself; your certificate is the evidence.`,
        }
  }
  const { arrival } = point
  const aged = arrival === undefined ? '' : arrivalWords(arrival, facts)
  const late = isOverdue(point) ? aged : undefined
  switch (point.state) {
    case 'awarded': {
      const wanted = room.gocNumberWanted
      if (wanted !== undefined) {
        // It cannot be on its way, so it cannot be late.
        return {
          title: 'Awarded',
          meaning: `It is yours. ${wanted} Then it will be sent to the ${scheme.regulator}. ${late === undefined ? aged : ''}`,
        }
      }
      return {
        title: 'Awarded',
        meaning:
          late ??
          `It is yours and will be sent to the ${scheme.regulator}${aged === '' ? ', usually within ten working days. There is nothing to do yet.' : `. ${aged}`}`,
      }
    }
    case 'sent':
      return {
        title: 'Sent',
        meaning:
          late ??
          `It is on its way to the ${scheme.regulator}. ${aged || `Look on MyGOC in a few days; then accept it${by}.`}`,
      }
    case 'pending':
      if (isAcceptanceOver(cycle.acceptBy, now, window.timeZone)) {
        return {
          title: 'Not accepted as far as we know',
          meaning: `It waited for you on MyGOC, and the last day for accepting points is over. If you have accepted it${by}, tell us below; a point that was not accepted does not count.`,
        }
      }
      return {
        title: 'Waiting for you on MyGOC',
        meaning: `Sign in to MyGOC and accept it${by}. A point that you do not accept does not count.`,
      }
    case 'accepted':
      return {
        title: 'Accepted',
        meaning:
          point.saidBy === 'member'
            ? 'You told us that you have accepted it on MyGOC. It counts.'
            : `The ${scheme.regulator} confirmed that it is accepted. It counts.`,
      }
    case 'rejected':
      if (isAcceptanceOver(cycle.acceptBy, now, window.timeZone)) {
        return {
          title: 'Sent back',
          meaning: `The ${scheme.regulator} did not take it, and the last day for accepting points was ${formatDay(cycle.acceptBy ?? '')}. It will not be sent again by itself, and it is not counted here any more. Ask about it below; if you have accepted it in time, tell us.`,
        }
      }
      return {
        title: 'Sent back',
        meaning: `The ${scheme.regulator} did not take it, often because of a wrong GOC number. Ask about it below: we correct it and send it again.`,
      }
  }
}

/** Whether a point should be there by now and nobody has reported that it is. */
function isOverdue({ arrival, forOthers }: Point): boolean {
  return forOthers === undefined && (arrival?.state === 'overdue' || arrival?.state === 'too-late')
}

/** Steps of a point on its way, in order; the one that it has reached is marked. */
const steps = [
  ['awarded', 'Awarded'],
  ['sent', 'Sent'],
  ['pending', 'Waiting on MyGOC'],
  ['accepted', 'Accepted'],
] as const

/**
 * Every point, with what has become of it and what to do.
 *
 * @param options.site the site's own origin.
 * @param options.marked ID of the award that the member has just said something of.
 */
export function pointsList(
  room: Room,
  options: { readonly site: string; readonly marked: string | undefined },
): Fragment {
  const { points, facts, now } = room
  if (points.length === 0) {
    return html`<section aria-labelledby="points"><h2 id="points">Points</h2>
${
  windowState(facts.window, now) === 'after'
    ? html`<p>You have not earned a point from this pack.</p>`
    : html`<p>You have not earned a point from this pack yet. <a href="/cet/active/">Choose an article or a video</a>, then sit its exam.</p>`
}</section>`
  }
  return html`<section aria-labelledby="points"><h2 id="points">Points</h2>
<ol class="cet-points">${points.map((point) => {
    const words = stateWords(point, room)
    return html`<li class="cet-point" id="point-${point.id}" data-point="${point.id}" data-state="${point.state}">
<h3><a href="${resultPath(point.attempt)}">${point.title}</a></h3>
<p class="facts"><span class="tag tag-points">${pointsText(point.points)}</span> <span>${point.point_type}</span> <span>${point.reference}</span> <span>Passed ${formatInstant(point.awarded_at, facts.window.timeZone)}</span></p>
${options.marked === point.id ? html`<p class="cet-marked" id="marked" role="status" tabindex="-1" aria-labelledby="marked">Saved. You can undo it here.</p>` : ''}
${hasWay(point, facts) ? way(point) : ''}
<p><strong>${words.title}.</strong> ${words.meaning}</p>
<div class="actions">${acceptance(point, facts)}</div>
${point.state === 'accepted' && point.saidBy === 'export' ? '' : question(room, point, { site: options.site, open: isOverdue(point) })}
</li>`
  })}</ol></section>`
}

function hasWay(point: Point, { scheme }: PackFacts): boolean {
  return (
    scheme.recording === 'provider-uploads' && point.state !== 'rejected' && point.forOthers === undefined
  )
}

function way({ state }: Point): Fragment {
  const reached = steps.findIndex(([name]) => name === state)
  return html`<ol class="cet-way">${steps.map(
    ([, title], index) =>
      html`<li class="${index <= reached ? 'cet-way-done' : ''}" ${index === reached ? html`aria-current="step"` : ''}>${index <= reached ? html`<span aria-hidden="true">✓ </span>` : ''}${title}${index < reached ? html`<span class="visually-hidden">, done</span>` : ''}</li>`,
  )}</ol>`
}

function acceptance(point: Point, { scheme }: PackFacts): Fragment | '' {
  const uploads = scheme.recording === 'provider-uploads'
  if (point.state !== 'accepted') {
    if (point.forOthers !== undefined) return ''
    return html`<form method="post" action="/my-cet/points/${point.id}/accepted"><button class="button-secondary" type="submit">${uploads ? 'I have accepted this on MyGOC' : 'I have recorded this'}<span class="visually-hidden">: ${point.title}</span></button></form>`
  }
  if (point.saidBy === 'export') return ''
  return html`<form method="post" action="/my-cet/points/${point.id}/taken-back"><button class="button-secondary" type="submit">Undo: not ${uploads ? 'accepted' : 'recorded'} yet<span class="visually-hidden">: ${point.title}</span></button></form>`
}
