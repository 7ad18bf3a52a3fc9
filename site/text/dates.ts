import { zoneInWords } from '../../core/index.ts'

// Making a format takes longer than using it, and every page has several days.
const inWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/**
 * A calendar day in words: `2021-12-28` becomes `28 December 2021`.
 *
 * @param day ISO 8601, without a time; no time zone can move it.
 */
export function dayInWords(day: string): string {
  return inWords.format(new Date(`${day}T00:00:00Z`))
}

/**
 * When a pack can be used, as a sentence. Both days are included, and the sentence says so: "until 28 December" is
 * read by some as excluding that day.
 */
export function openSentence(window: { opensOn: string; closesOn: string; timeZone: string }): string {
  const zone = zoneInWords(window.timeZone)
  return `Open from ${dayInWords(window.opensOn)} to the end of ${dayInWords(window.closesOn)} (${zone}).`
}

/**
 * The calendar day of an instant by a clock of that zone: `2021-10-31`.
 *
 * @param instant ISO 8601 with an offset, such as `2021-10-12T18:30:00Z`.
 */
export function dayAt(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(instant))
}

/**
 * When a meeting takes place, by the clock of its own zone, which is named: `Tuesday 12 October 2021, 19:30 to 20:30 (UK
 * time)`.
 */
export function meetingTime(meeting: { startsAt: string; minutes: number; timeZone: string }): string {
  const { startsAt, minutes, timeZone } = meeting
  const start = new Date(startsAt)
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }).format(start)
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone })
  const end = new Date(start.getTime() + minutes * 60_000)
  return `${day.replace(',', '')}, ${clock.format(start)} to ${clock.format(end)} (${zoneInWords(timeZone)})`
}
