import { html } from 'hono/html'
import {
  elsewhereAspects,
  elsewhereField,
  elsewhereText,
  elsewhereYearField,
  type FieldFault,
  type Fields,
} from '../../core/index.ts'
import { formatInstant } from '../pages/dates.ts'
import { errorSummary, field } from '../pages/form-parts.ts'
import type { Fragment } from '../pages/site-page.ts'
import { pointsText } from '../pages/words.ts'
import { countedOnes, sumOf } from './earned.ts'
import type { Room } from './room.ts'

/** What the form shows: an entry that was saved, or what was sent and could not be. */
export type Shown = { readonly fields: Fields; readonly faults: readonly FieldFault[] }

/** The newest entry as the form would send it. */
export function savedFields({ elsewhere }: Room): Fields {
  const fields = new URLSearchParams({ [elsewhereYearField]: String(elsewhere.year) })
  for (const said of elsewhere.points) {
    for (const { aspect } of elsewhereAspects(elsewhere.year)) {
      fields.set(elsewhereField(aspect, said.registrantType), said[aspect] === 0 ? '' : String(said[aspect]))
    }
  }
  for (const unit of elsewhere.units) fields.append('unit', unit)
  return fields
}

/** The page on which a member says what they hold elsewhere, with what has just been done there. */
export function elsewherePage(
  room: Room,
  { fields, faults, notice }: Shown & { readonly notice: Fragment | '' },
): Fragment {
  const { facts, types, typesBy, points, elsewhere, year } = room
  const ticked = new Set(fields.getAll('unit'))
  const here = sumOf(countedOnes(points))
  return html`<p class="cet-back"><a href="/my-cet/">Back to My CET</a></p>
<h1>What you have elsewhere</h1>
${errorSummary(faults)}${notice}
<div class="reading-width">
<p>Open your dashboard on MyGOC and copy what it shows for ${facts.cycle.title}. My CET then says what you still lack. Nobody else sees it, and nothing is sent to the ${facts.scheme.regulator}.</p>
${here > 0 ? html`<p class="panel panel-warning"><strong>Leave out the ${pointsText(here)} from this pack.</strong> ${here === 1 ? 'It is' : 'They are'} counted here already. If you have accepted ${here === 1 ? 'it' : 'some'} on MyGOC, take that off the numbers that MyGOC shows.</p>` : ''}
${elsewhere.savedAt === undefined || elsewhere.points.length === 0 ? '' : html`<p class="muted">Saved last on ${formatInstant(elsewhere.savedAt, facts.window.timeZone)}.</p>`}
</div>
${typesBy === 'provider' ? '' : typeChoice(room)}
${
  typesBy === 'nobody'
    ? ''
    : html`<form class="cet-form" method="post" action="/my-cet/elsewhere/" novalidate><input type="hidden" name="${elsewhereYearField}" value="${year}">
${types.map((type) => {
  const requirement = facts.requirements.find(({ registrantType }) => registrantType === type.code)
  const asked = {
    points: true,
    interactive: requirement?.interactivePoints !== undefined,
    specialist: (requirement?.specialistPoints ?? 0) > 0,
    thisYear: requirement?.yearlyPoints !== undefined,
    peerReviews: (requirement?.peerReviews ?? 0) > 0,
  }
  const specialist = requirement?.specialistName
  const hints: Partial<Record<keyof typeof asked, string>> = {
    points: 'Whole or half points, such as 18 or 18.5. Leave empty what you have none of.',
    interactive: 'As many of them as are interactive.',
    specialist: `As many of all points as are ${specialist ?? 'specialist points'}.`,
    thisYear: `As many of all points as are from ${year}.`,
  }
  return html`<fieldset class="cet-fieldset"><legend><h2>${type.title}</h2></legend>
<div class="cet-fields">${elsewhereAspects(year)
    .filter(({ aspect }) => asked[aspect])
    .map(({ aspect, label }) => {
      const name = elsewhereField(aspect, type.code)
      return field(
        {
          name,
          label: aspect === 'specialist' && specialist !== undefined ? capital(specialist) : label,
          hint: hints[aspect],
          faults,
        },
        (attributes) =>
          html`<input ${attributes} type="text" inputmode="${aspect === 'peerReviews' ? 'numeric' : 'decimal'}" autocomplete="off" maxlength="8" value="${elsewhereText(fields, aspect, type.code, year)}">`,
      )
    })}</div>
<fieldset class="cet-fieldset"><legend>${capital(facts.scheme.unitPlural)} that MyGOC shows as done</legend>
${facts.units
  .filter(({ registrantType }) => registrantType === type.code)
  .map(
    ({
      id,
      title,
    }) => html`<div class="choice"><input type="checkbox" id="unit-${id}" name="unit" value="${id}" ${ticked.has(id) ? 'checked' : ''}>
<label for="unit-${id}">${title}</label></div>`,
  )}</fieldset></fieldset>`
})}
<p class="actions"><button class="button" type="submit">Save</button> <a class="button-secondary" href="/my-cet/">Cancel</a></p>
</form>`
}`
}

/** For a member whose account does not say which kind of registrant they are. */
function typeChoice({ facts, elsewhere, typesBy }: Room): Fragment {
  const chosen = new Set(elsewhere.registrantTypes)
  return html`<form class="cet-form" method="post" action="/my-cet/elsewhere/">
<fieldset class="cet-fieldset" id="types"><legend><h2>Your registrant types</h2></legend>
<p class="muted">Your account does not say which kind of registrant you are. Choose what you want to see here; it does not change your registration.</p>
${facts.registrantTypes.map(
  ({
    code,
    title,
  }) => html`<div class="choice"><input type="checkbox" id="type-${code}" name="type" value="${code}" ${chosen.has(code) ? 'checked' : ''}>
<label for="type-${code}">${title}</label></div>`,
)}</fieldset>
<p><button class="${typesBy === 'nobody' ? 'button' : 'button-secondary'}" type="submit" name="save" value="types">Save types</button></p></form>`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
