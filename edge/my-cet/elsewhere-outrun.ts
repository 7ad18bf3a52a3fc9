import { html } from 'hono/html'
import { type Elsewhere, elsewhereText } from '../../core/index.ts'
import { formatInstant } from '../pages/dates.ts'
import { fieldId } from '../pages/form-parts.ts'
import type { Fragment } from '../pages/site-page.ts'
import { elsewhereInputs, fieldsOfEntry } from './elsewhere-inputs.ts'
import type { Room } from './room.ts'

/**
 * Says that something else was saved since the form was opened, and what it says where the form says something else, with
 * a link to each place. It takes the focus when the page opens.
 *
 * @param sent what the form said.
 */
export function outrunNotice(room: Room, sent: Elsewhere): Fragment {
  const { elsewhere, facts } = room
  const when =
    elsewhere.savedAt === undefined ? '' : ` on ${formatInstant(elsewhere.savedAt, facts.window.timeZone)}`
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="problem">
<h2 id="problem">You have saved something else in the meantime</h2>
<p>That was${when}, in another tab or on another device, after you had opened this form. It is still saved; what you have just sent is below and is not. They differ here:</p>
<ul>${differences(room, sent).map(({ id, words }) => html`<li><a href="#${id}">${words}</a></li>`)}</ul>
<p>Change below what is not right and save again, or <a href="/my-cet/elsewhere/">go on from what is saved</a>.</p></div>`
}

/** Of what both say, not of how it was written: 18,5 is 18.5, and 0 is none. */
function differences({ elsewhere, facts, types, year }: Room, sent: Elsewhere) {
  const both = [fieldsOfEntry(sent), fieldsOfEntry(elsewhere)]
  const ticked = new Set(sent.units)
  const tickedThere = new Set(elsewhere.units)
  return types.flatMap((type) => {
    const as = types.length === 1 ? '' : ` as ${type.title.toLowerCase()}`
    const numbers = elsewhereInputs(facts, type, year).flatMap(({ aspect, name, label }) => {
      const [here, there] = both.map((each) => elsewhereText(each, aspect, type.code, year))
      return here === there
        ? []
        : [{ id: fieldId(name), words: `${label}${as}: ${there || 'none'} saved, ${here || 'none'} below` }]
    })
    const units = facts.units
      .filter(
        ({ id, registrantType }) => registrantType === type.code && ticked.has(id) !== tickedThere.has(id),
      )
      .map(({ id, title }) => ({
        id: `unit-${id}`,
        words: `${title}${as}: ${tickedThere.has(id) ? 'saved as done, not done below' : 'saved as not done, done below'}`,
      }))
    return [...numbers, ...units]
  })
}
