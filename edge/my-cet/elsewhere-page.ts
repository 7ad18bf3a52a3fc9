import { html } from 'hono/html'
import { elsewhereText, elsewhereYearField, type FieldFault, type Fields } from '../../core/index.ts'
import { formatInstant } from '../pages/dates.ts'
import { errorSummary, field } from '../pages/form-parts.ts'
import type { Fragment } from '../pages/site-page.ts'
import { capital, pointsText } from '../pages/words.ts'
import { countedOnes, sumOf } from './earned.ts'
import { elsewhereInputs } from './elsewhere-inputs.ts'
import type { Room } from './room.ts'

/**
 * What the form shows: an entry that was saved, or what was sent and could not be. `number` is that of the entry that was
 * the newest when the member was shown it.
 */
export type Shown = {
  readonly fields: Fields
  readonly faults: readonly FieldFault[]
  readonly number: number
}

/** The name of the field that tells which entry was the newest when the form was opened. */
export const elsewhereNumberField = 'number'

/** The page on which a member says what they hold elsewhere, with what has just been done there. */
export function elsewherePage(
  room: Room,
  { fields, faults, number, notice }: Shown & { readonly notice: Fragment | '' },
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
    : html`<form class="cet-form" method="post" action="/my-cet/elsewhere/" novalidate><input type="hidden" name="${elsewhereYearField}" value="${year}"><input type="hidden" name="${elsewhereNumberField}" value="${number}">
${types.length > 1 ? html`<p class="reading-width" id="several-types">A point or a peer review that counts for more than one of your registrant types goes under each of them: the numbers below are not added together.</p>` : ''}
${types.map(
  (type) => html`<fieldset class="cet-fieldset"><legend><h2>${type.title}</h2></legend>
<div class="cet-fields">${elsewhereInputs(facts, type, year).map(({ aspect, name, label, hint }) =>
    field(
      { name, label, hint, faults },
      (attributes) =>
        html`<input ${attributes} type="text" inputmode="${aspect === 'peerReviews' ? 'numeric' : 'decimal'}" autocomplete="off" maxlength="8" value="${elsewhereText(fields, aspect, type.code, year)}">`,
    ),
  )}</div>
<fieldset class="cet-fieldset"><legend>${capital(facts.scheme.unitPlural)} that MyGOC shows as done</legend>
${facts.units
  .filter(({ registrantType }) => registrantType === type.code)
  .map(
    ({
      id,
      title,
    }) => html`<div class="choice"><input type="checkbox" id="unit-${id}" name="unit" value="${id}" ${ticked.has(id) ? 'checked' : ''}>
<label for="unit-${id}">${title}</label></div>`,
  )}</fieldset></fieldset>`,
)}
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
