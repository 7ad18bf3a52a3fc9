import { timeLeft } from './progress/days.ts'
import { zoneInWords } from './time-zone.ts'
import { type Window, windowState } from './window.ts'

/**
 * When a window closes and how long that is from now, as a sentence without its full stop: `Closes at the end of
 * 28 December 2021, UK time: 12 weeks and 1 day left`.
 *
 * @param now milliseconds of the Unix epoch, by the server's clock.
 */
export function closingSentence(window: Window, now: number): string {
  const zone = zoneInWords(window.timeZone)
  const state = windowState(window, now)
  if (state === 'before') return `Opens on ${dayInWords(window.opensOn)}, ${zone}`
  const end = `at the end of ${dayInWords(window.closesOn)}, ${zone}`
  return state === 'after'
    ? `Closed ${end}`
    : `Closes ${end}: ${timeLeft(window.closesOn, now, window.timeZone)}`
}

function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day))
}
