import { Temporal } from 'temporal-polyfill'
import { zoneInWords } from './time-zone.ts'
import { closesAt, type Window, windowState } from './window.ts'

/**
 * When a window closes and how long that is from now, as a sentence without its full stop: `Closes at the end of
 * 28 December 2021, UK time: 12 weeks and 1 day left`. What is left is rounded down, so nobody is promised more than there
 * is. Weeks and days are those of the window's calendar: the day on which clocks change counts as one day.
 *
 * @param now milliseconds of the Unix epoch, by the server's clock.
 */
export function closingSentence(window: Window, now: number): string {
  const zone = zoneInWords(window.timeZone)
  const state = windowState(window, now)
  if (state === 'before') return `Opens on ${dayInWords(window.opensOn)}, ${zone}`
  const end = `at the end of ${dayInWords(window.closesOn)}, ${zone}`
  return state === 'after' ? `Closed ${end}` : `Closes ${end}: ${timeLeft(window, now)} left`
}

function timeLeft(window: Window, now: number): string {
  const at = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(window.timeZone)
  const left = at(now).until(at(closesAt(window)), { largestUnit: 'weeks' })
  const days = [counted(left.weeks, 'week'), counted(left.days, 'day')].filter((part) => part !== '')
  if (days.length > 0) return days.join(' and ')
  return counted(left.hours, 'hour') || counted(left.minutes, 'minute') || 'less than a minute'
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`
}

function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day))
}
