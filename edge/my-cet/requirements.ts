import { html } from 'hono/html'
import type { Tally, TypeProgress } from '../../core/index.ts'
import type { Fragment } from '../pages/site-page.ts'
import { capital, listed } from '../pages/words.ts'
import { countsOnce } from './recording.ts'
import type { Room } from './room.ts'

const confidences: Readonly<Record<NonNullable<TypeProgress['requirement']>['confidence'], string>> = {
  found: 'Found in a source.',
  inferred: 'Inferred from sources, to be checked.',
  'general-knowledge': 'General knowledge, to be checked.',
}

/** What each registrant type must reach, and how much of it is reached. */
export function requirements({ progress, facts, points }: Room): Fragment {
  const forNobody = points.filter(({ forOthers }) => forOthers !== undefined)
  const lost = points.filter((point) => point.lost && point.forOthers === undefined)
  return html`<section aria-labelledby="requirements"><h2 id="requirements">Requirements</h2>
${progress.map(({ type, requirement, documents, units, ...aspects }) =>
  requirement === undefined
    ? html`<div class="cet-type"><h3>${type.title}</h3><p>Nothing is stated here for this registrant type.</p></div>`
    : html`<div class="cet-type">
<h3>${type.title}</h3>
<dl class="cet-asked">
${aspect('points', 'Points in all', aspects.points)}
${aspect('interactive', 'Interactive points', aspects.interactive)}
${aspect('general', 'General points', aspects.general)}
${aspect('specialist', capital(requirement.specialistName ?? 'specialist points'), aspects.specialist)}
${aspect(
  'this-year',
  `Points in ${aspects.thisYear?.year ?? ''}`,
  aspects.thisYear,
  aspects.thisYear?.waived === true ? 'The minimum is waived for this year.' : undefined,
)}
${aspect('peer-reviews', 'Peer reviews', aspects.peerReviews)}
${
  requirement.providerLedPoints === undefined
    ? ''
    : html`<div><dt>Led by a provider</dt><dd>At least ${requirement.providerLedPoints} points. This page does not count them.</dd></div>`
}
${documents.length === 0 ? '' : html`<div><dt>To be written</dt><dd>${listed(documents)}. Keep them yourself: this page does not count them.</dd></div>`}
</dl>
<details><summary>How sure is this? ${confidences[requirement.confidence]}</summary>
<p>${requirement.source}</p>
${requirement.yearsWaived.length === 0 ? '' : html`<p>No yearly minimum was asked for in ${listed(requirement.yearsWaived.map(String))}.</p>`}
</details>
${requirement.partWay === undefined ? '' : html`<p data-part-way>If you joined part-way through the cycle, less may be asked of you than this page counts with. ${requirement.partWay}</p>`}
</div>`,
)}
${
  forNobody.length === 0
    ? ''
    : html`<p>For other registrant types than yours, and so counted for none: ${listed(forNobody.map(({ title }) => title))}.</p>`
}
${
  lost.length === 0
    ? ''
    : html`<p>Sent back and not accepted by the last day for that, and so not counted: ${listed(lost.map(({ title }) => title))}.</p>`
}
<details><summary>How this is counted</summary>
<ul>
<li>A point from this pack counts for each of your registrant types that its exam was approved for, and a ${facts.scheme.unitSingular} is done once an exam that you passed covers it.</li>
<li>Where specialist points are asked for, general ones may come from any of your registrant types. More specialist points than needed do not make up for general ones. A point counts as a specialist one here when its exam covers a ${facts.scheme.unitSingular} of that type, and as a general one only as far as it is not needed for that and is for another type as well; when it is ${countsOnce(facts.scheme)} you may be asked to choose.</li>
<li>Points are counted from the moment you earn them. For the regulator they count only once you have ${countsOnce(facts.scheme)} them.</li>
<li>Numbers from elsewhere are your own entry; nobody has checked them.</li>
</ul></details></section>`
}

function aspect(name: string, title: string, tally: Tally | undefined, note?: string): Fragment | '' {
  if (tally === undefined) return ''
  const { needed, here, elsewhere, missing } = tally
  const have = here + elsewhere
  return html`<div data-aspect="${name}"><dt>${title}</dt>
<dd><span>${have} of ${needed}: ${here} here, ${elsewhere} elsewhere. ${note ?? (missing === 0 ? html`<strong>Met.</strong>` : html`<strong>${missing} missing.</strong>`)}</span>
<progress max="${needed}" value="${Math.min(have, needed)}" aria-hidden="true"></progress></dd></div>`
}
