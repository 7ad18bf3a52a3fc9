import { html } from 'hono/html'
import { timeLeft, zoneInWords } from '../../core/index.ts'
import { formatDay } from '../pages/dates.ts'
import type { Fragment } from '../pages/site-page.ts'
import type { Room } from './room.ts'

/** The days that count, with the time that is left by London's calendar. */
export function importantDates({ facts, now }: Room): Fragment {
  const { window, cycle, scheme } = facts
  const day = (title: string, on: string) => html`<div><dt>${title}</dt>
<dd><time datetime="${on}">${formatDay(on)}</time>, end of the day, ${zoneInWords(window.timeZone)}: <strong>${timeLeft(on, now, window.timeZone)}</strong></dd></div>`
  return html`<section aria-labelledby="dates"><h2 id="dates">Dates</h2>
<dl class="cet-dates">
${day('Finish the exams by', window.closesOn)}
${cycle.acceptBy === undefined ? '' : day('Accept your points on MyGOC by', cycle.acceptBy)}
${day(`${scheme.abbreviation} cycle closes`, cycle.endsOn)}
</dl>
<p class="cet-link"><a href="/my-cet/calendar/">Put these dates into your calendar</a></p></section>`
}
