import { html } from 'hono/html'
import { type TypeProgress, zoneInWords } from '../../core/index.ts'
import { formatDay, formatInstant } from '../pages/dates.ts'
import type { Fragment } from '../pages/site-page.ts'
import { listed, pointsText } from '../pages/words.ts'
import { countedOnes, shareNotCounted, sumOf } from './earned.ts'
import { missingParts } from './missing.ts'
import { stateWords } from './points.ts'
import { countsOnce } from './recording.ts'
import type { Room } from './room.ts'

/**
 * A statement of what a member has earned, to print or to show an employer. What was recorded here and what the member says
 * of elsewhere are kept apart throughout.
 *
 * @param site the site's own origin.
 */
export function statement(room: Room, site: string): Fragment {
  const { member, facts, now, points, progress, elsewhere, typesBy } = room
  const { timeZone } = facts.window
  const told = elsewhere.points.length > 0
  const onTheWay = countedOnes(points).every(({ state }) => state === 'accepted')
    ? ''
    : `, if every point recorded here is ${countsOnce(facts.scheme)}`
  return html`<p class="cet-back"><a href="/my-cet/">Back to My CET</a></p>
<article class="cet-statement"><h1>Statement of ${facts.scheme.abbreviation} points</h1>
<dl class="cet-dates">
<div><dt>Name</dt><dd>${member.name}</dd></div>
<div><dt>GOC number</dt><dd>${member.gocNumber ?? 'Not known here'}</dd></div>
<div><dt>Registrant types</dt><dd>${registrantTypes(room)}</dd></div>
<div><dt>Period</dt><dd>${facts.cycle.title}: ${formatDay(facts.cycle.startsOn)} to ${formatDay(facts.cycle.endsOn)}${room.cycleOver ? ' (over)' : ''}</dd></div>
<div><dt>Made</dt><dd><time datetime="${new Date(now).toISOString()}">${formatInstant(now, timeZone)}</time>, ${zoneInWords(timeZone)}</dd></div>
</dl>
<h2 id="recorded">Recorded here</h2>
${
  points.length === 0
    ? html`<p>No point has been earned from ${facts.title}.</p>`
    : html`${byType(points)}
<div class="table-frame" role="region" aria-labelledby="recorded" tabindex="0"><table class="record-table">
<thead><tr><th scope="col">Exam</th><th scope="col">State</th><th scope="col">Points</th><th scope="col">Type</th><th scope="col">Passed</th><th scope="col">Reference</th></tr></thead>
<tbody>${points.map(
        (
          point,
        ) => html`<tr><th scope="row">${point.title}</th><td>${stateWords(point, room).title}${point.saidBy === 'member' ? ' (by the member’s own word)' : ''}</td>
<td>${point.points}</td><td>${point.point_type}</td><td>${formatInstant(point.awarded_at, timeZone)}</td><td>${point.reference}</td></tr>`,
      )}</tbody></table></div>`
}
${typesBy === 'nobody' ? html`<p>Which registrant types the member has is not known here, so what is done and what is missing is stated for every type.</p>` : ''}
${progress.map((one) => competencies(one, room))}
<h2>Elsewhere, by the member’s own entry</h2>
${
  told
    ? html`<p>Nobody has checked these numbers.${elsewhere.savedAt === undefined ? '' : ` Entered on ${formatInstant(elsewhere.savedAt, timeZone)}.`}</p>
<ul>${elsewhere.points.map((said) => {
        const type = facts.registrantTypes.find(({ code }) => code === said.registrantType)
        const specialistName = facts.requirements.find(
          ({ registrantType }) => registrantType === said.registrantType,
        )?.specialistName
        return html`<li>${type?.title ?? said.registrantType}: ${pointsText(said.points)}, ${said.interactive} of them interactive; ${said.thisYear} in ${elsewhere.year}${said.specialist > 0 ? `; ${specialistName ?? 'specialist points'}: ${said.specialist}` : ''}${said.peerReviews > 0 ? `; peer reviews: ${said.peerReviews}` : ''}</li>`
      })}</ul>`
    : html`<p>Nothing has been entered.</p>`
}
<h2>Together</h2>
<ul>${progress.map((one) => {
    const parts = missingParts(one, facts.scheme)
    return html`<li>${one.type.title}: ${parts.length === 0 ? `nothing that is asked for is missing${onTheWay}` : `missing ${listed(parts)}`}</li>`
  })}</ul>
<h2>How to verify this</h2>
<p>This statement is not a certificate. For each point there is one, with a code that anybody can check: ${site}/my-cet/certificates/ lists them for the member. A point counts with the ${facts.scheme.regulator} only once it is ${countsOnce(facts.scheme)} there. Questions: ${facts.contactEmail}.</p>
</article>
<p class="cet-not-printed">Print this page with your browser, or save it as a PDF from there. <a href="/my-cet/certificates/">Certificates</a></p>`
}

function registrantTypes({ types, typesBy }: Room): string {
  if (typesBy === 'nobody') return 'Not known here'
  return `${listed(types.map(({ title }) => title))}${typesBy === 'member' ? ' (by the member’s own word)' : ''}`
}

function byType(points: Room['points']): Fragment {
  const sums = Map.groupBy(points, ({ point_type }) => point_type)
  return html`<ul>${Array.from(
    sums,
    ([type, earned]) =>
      html`<li>${pointsText(sumOf(earned))}, ${type}${shareNotCounted(earned, 'the member’s')}</li>`,
  )}</ul>`
}

function competencies({ type, units }: TypeProgress, { facts, elsewhere }: Room): Fragment {
  const titles = (state: TypeProgress['units'][number]['state']) =>
    listed(units.filter((unit) => unit.state === state).map(({ title }) => title)) || 'none'
  return html`<h3>${type.title}: ${facts.scheme.unitPlural}</h3>
<dl class="cet-dates"><div><dt>Recorded here</dt><dd>${titles('here')}</dd></div>
<div><dt>Elsewhere, own entry</dt><dd>${elsewhere.points.length === 0 ? 'nothing entered' : titles('elsewhere')}</dd></div>
<div><dt>Missing</dt><dd>${titles('missing')}</dd></div></dl>`
}
