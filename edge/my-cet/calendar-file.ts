import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { endOfDay, hourOf, type PackFacts, zoneInWords } from '../../core/index.ts'
import { formatDay } from '../pages/dates.ts'
import type { Goal } from '../records/goals.ts'

const hour = 60 * 60_000

/** Days before a deadline on which a calendar reminds, at nine in the morning. */
const reminders = [7, 1, 0]

/**
 * The days that count as a calendar (RFC 5545). Each deadline is the last hour of its day by the pack's time zone, written
 * in UTC, so that every calendar shows the very instant at which it is over. Each says what to do, and where. Of two
 * deadlines on the same day the first reminds. Reminders that have passed are left out: some calendars would sound them at
 * once.
 *
 * @param options.goals open goals with a target day go in as well. A subscription leaves them out: its address needs no
 *   session, so it tells nothing of the person.
 * @param options.site the site's own origin.
 * @param options.now milliseconds of the Unix epoch, by the server's clock.
 */
export function calendarFile(
  facts: PackFacts,
  options: { readonly goals: readonly Goal[]; readonly site: string; readonly now: number },
): string {
  const { goals, site, now } = options
  const { window, cycle, scheme } = facts
  const { timeZone } = window
  const { host } = new URL(site)
  const deadlines = [
    {
      id: `finish.${cycle.id}`,
      day: window.closesOn,
      title: `${scheme.abbreviation}: finish by midnight`,
      what: `Last day for the exams of ${facts.title}.`,
      path: '/cet/active/',
    },
    ...(cycle.acceptBy === undefined
      ? []
      : [
          {
            id: `accept.${cycle.id}`,
            day: cycle.acceptBy,
            title: `${scheme.abbreviation}: accept by midnight`,
            what: 'Accept your points on MyGOC.',
            path: '/my-cet/',
          },
        ]),
    {
      id: `close.${cycle.id}`,
      day: cycle.endsOn,
      title: `${scheme.abbreviation}: cycle closes at midnight`,
      what: `Last day of ${cycle.title}.`,
      path: '/my-cet/',
    },
    ...goals.flatMap(({ id, text, targetOn, doneOn }) =>
      targetOn === undefined || doneOn !== undefined
        ? []
        : [
            {
              id: `goal.${id}`,
              day: targetOn,
              title: `Goal: ${text}`,
              what: 'From your personal development plan.',
              path: '/my-cet/goals/',
            },
          ],
    ),
  ]
  const calendar = ical({
    name: `${scheme.abbreviation} dates`,
    prodId: { company: host, product: 'dates', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 24 * 60 * 60,
  })
  for (const { id, day, title, what, path } of deadlines) {
    const over = endOfDay(day, timeZone)
    const event = calendar.createEvent({
      id: `${id}@${host}`,
      stamp: new Date(now),
      start: new Date(over - hour),
      end: new Date(over),
      summary: title,
      // Some calendars show no address but what the text holds.
      description: `${what} Until the end of ${formatDay(day)}, ${zoneInWords(timeZone)}.\n${new URL(path, site).href}`,
      url: new URL(path, site).href,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    const reminded = deadlines.find((each) => each.day === day)?.id === id || id.startsWith('goal.')
    for (const before of reminded ? reminders : []) {
      const at = hourOf(day, before, 9, timeZone)
      if (at > now) event.createAlarm({ type: ICalAlarmType.display, trigger: new Date(at) })
    }
  }
  // Every line ends with a line break, the last one too.
  return `${calendar.toString()}\r\n`
}
