import { html } from 'hono/html'
import type { TypeProgress } from '../../core/index.ts'
import { cycleOverSentence, stillToDo } from '../pages/cycle-end.ts'
import type { Fragment } from '../pages/site-page.ts'
import { listed, oneOf, pointsText } from '../pages/words.ts'
import { countedOnes, shareNotCounted, sumOf } from './earned.ts'
import { missingParts } from './missing.ts'
import { countsOnce } from './recording.ts'
import type { Room } from './room.ts'

/** Who the record is of, and in one sentence a registrant type what is still missing. */
export function summary(room: Room): Fragment {
  const { member, facts, progress, points, typesBy, elsewhere, cycleOver } = room
  const earned = sumOf(points)
  const told = elsewhere.points.length > 0
  return html`<p>${member.name}${member.gocNumber === undefined ? '' : html`, <span class="cet-number">GOC number ${member.gocNumber}</span>`}</p>
${
  member.entitlement === undefined
    ? html`<div class="panel panel-warning"><h2>Your record, without the pack</h2>
<p>Your account shows neither AOP membership nor an OT subscription, so articles, videos, exams and booking pages do not open for you. What you have earned and what you write here stays yours. <a href="/join/">How to join or subscribe</a></p></div>`
    : ''
}
<section class="panel ${told && progress.every((one) => missingParts(one, facts.scheme).length === 0) ? 'panel-success' : ''}" aria-labelledby="missing">
<h2 id="missing">${cycleOver ? 'How the cycle ended' : 'What you still lack'}</h2>
${cycleOver ? html`<p>${cycleOverSentence(facts)} ${stillToDo(facts, room.now)}</p>` : ''}
${progress.map((one) => {
  const parts = missingParts(one, facts.scheme)
  const as = progress.length > 1 || typesBy !== 'provider' ? `As ${oneOf(one.type.title)} you` : 'You'
  return html`<p data-missing="${one.type.code}">${
    one.requirement === undefined
      ? `Nothing is stated here of what ${oneOf(one.type.title)} needs.`
      : parts.length === 0
        ? html`${as} ${everything(room)}.`
        : cycleOver
          ? html`${as} lacked <strong>${listed(parts)}</strong>.`
          : html`${as} still lack <strong>${listed(parts)}</strong>.`
  }</p>`
})}
<p><strong data-points="${earned}">${pointsText(earned)}</strong> earned from this pack${shareNotCounted(points, 'yours')}.</p>
${sentBack(room)}
${
  !cycleOver && progress.some((one) => lessPartWay(room, one))
    ? html`<p>Joined part-way through the cycle? <a href="#requirements">Less may be asked of you.</a></p>`
    : ''
}
${
  told
    ? html`<p>This counts what you told us of points from elsewhere. <a href="/my-cet/elsewhere/">Change what you have elsewhere</a></p>`
    : html`<p>This site knows only what you have done here. Copy the numbers from your MyGOC dashboard, and it counts the rest.</p>
<p><a class="button" href="/my-cet/elsewhere/">I already have points elsewhere</a></p>`
}
${
  typesBy === 'provider'
    ? ''
    : html`<p>${typesBy === 'nobody' ? 'Your account does not say which kind of registrant you are, so all are shown.' : 'You chose the registrant types that are shown.'} <a href="/my-cet/elsewhere/#types">${typesBy === 'nobody' ? 'Choose yours' : 'Choose others'}</a></p>`
}
</section>`
}

/** That points which are counted here were sent back, and count with the regulator only after somebody has acted. */
function sentBack({ points, facts }: Room): Fragment | '' {
  if (facts.scheme.recording !== 'provider-uploads') return ''
  const back = countedOnes(points).filter(({ state }) => state === 'rejected')
  if (back.length === 0) return ''
  const one = sumOf(back) === 1
  return html`<p><strong>${pointsText(sumOf(back))} of ${sumOf(countedOnes(points)) === 1 ? 'it' : 'them'} ${one ? 'was' : 'were'} sent back.</strong> What you read here still counts ${one ? 'it' : 'them'}; the ${facts.scheme.regulator} counts ${one ? 'it' : 'them'} only once corrected and accepted. <a href="#points">See what to do</a></p>`
}

/** Whether something is lacking of which less may be asked of who joined late; this site does not know when anybody did. */
function lessPartWay({ facts }: Room, one: TypeProgress): boolean {
  return one.requirement?.partWay !== undefined && missingParts(one, facts.scheme).length > 0
}

/** What somebody has who lacks nothing, with what it hangs on. */
function everything({ elsewhere, cycleOver, facts }: Room): string {
  const done = countsOnce(facts.scheme)
  const told = elsewhere.points.length > 0
  if (cycleOver) {
    return `had everything that was asked for, ${told ? `if every point was ${done}` : 'as far as this site knows'}`
  }
  return `have everything that is asked for, ${told ? `once every point is ${done}` : 'as far as this site knows'}`
}
