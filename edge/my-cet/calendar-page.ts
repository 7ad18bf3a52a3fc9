import { html } from 'hono/html'
import { zoneInWords } from '../../core/index.ts'
import { formatInstant } from '../pages/dates.ts'
import { doneNotice } from '../pages/form-parts.ts'
import type { Fragment } from '../pages/site-page.ts'

/** What the page about the calendar tells. */
export type CalendarFacts = {
  /** When the address in use was made, in milliseconds of the Unix epoch; undefined without one. */
  readonly madeAt: number | undefined
  /** The address that was made for this very answer: it is never shown again. */
  readonly address: string | undefined
  readonly timeZone: string
  /** What was done just now. */
  readonly done: 'revoked' | 'made-elsewhere' | undefined
}

/** The page with the dates for a member's calendar. */
export function calendarPage({ madeAt, address, timeZone, done }: CalendarFacts): Fragment {
  return html`<p class="cet-back"><a href="/my-cet/">Back to My CET</a></p>
<h1>Dates for your calendar</h1>
${done === 'revoked' ? doneNotice('Ended. The address gives nothing any more.') : ''}
${
  done === 'made-elsewhere'
    ? doneNotice(
        madeAt === undefined
          ? 'Nothing was changed: the address was ended in between.'
          : 'There is an address already: the button was pressed twice, or pressed in another tab. If you have not copied it, replace it, and press that button once.',
      )
    : ''
}
${
  address === undefined
    ? ''
    : html`<section class="panel panel-success" role="status" tabindex="-1" autofocus aria-labelledby="address"><h2 id="address">Your calendar’s address</h2>
<p><strong>Copy it now: it is shown only this once.</strong> Whoever has it can see the dates, and nothing else of you.</p>
<div class="cet-field"><label for="calendar-address">Address</label><input class="cet-address" id="calendar-address" type="text" readonly value="${address}"></div>
<p><a class="button" href="${address.replace(/^https?:/, 'webcal:')}">Subscribe in this device’s calendar</a></p></section>`
}
<div class="reading-width">
<h2>Download once</h2>
<p>The dates by which to finish the exams and to accept your points, when the cycle closes, and the open goals of your plan, with reminders a week and a day before and on the day. All times are ${zoneInWords(timeZone)}.</p>
<p><a class="button" href="/my-cet/deadlines.ics">Download deadlines.ics</a></p>
<h2>Subscribe</h2>
<p>Your calendar fetches the dates from an address of your own and follows when they change. They carry neither your name nor your goals.</p>
${
  madeAt === undefined
    ? html`<form method="post" action="/my-cet/calendar/"><input type="hidden" name="replaces" value=""><button class="button-secondary" type="submit">Make an address</button></form>`
    : html`<p>You have an address since ${formatInstant(madeAt, timeZone)}. If you have lost it, or somebody has it who should not, replace it; the old one then gives nothing any more.</p>
<div class="actions"><form method="post" action="/my-cet/calendar/"><input type="hidden" name="replaces" value="${madeAt}"><button class="button-secondary" type="submit">Replace the address</button></form>
<form method="post" action="/my-cet/calendar/revoke"><button class="button-secondary" type="submit">End the address</button></form></div>`
}</div>`
}
