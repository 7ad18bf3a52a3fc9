import { Temporal } from 'temporal-polyfill'

/**
 * The calendar day of an instant, ISO 8601, by a clock of a time zone.
 *
 * @param instant milliseconds of the Unix epoch.
 * @param timeZone an IANA name.
 */
export function dayOf(instant: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The calendar year of an instant by a clock of a time zone. */
export function yearOf(instant: number, timeZone: string): number {
  return Number(dayOf(instant, timeZone).slice(0, 4))
}

/** The first instant after a calendar day, in milliseconds of the Unix epoch: midnight by the clock of the time zone. */
export function endOfDay(day: string, timeZone: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
}

/**
 * An hour of a day by the clock of a time zone, in milliseconds of the Unix epoch.
 *
 * @param daysBefore how many calendar days before `day`.
 */
export function hourOf(day: string, daysBefore: number, hour: number, timeZone: string): number {
  return Temporal.PlainDate.from(day)
    .subtract({ days: daysBefore })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds
}

/** How many calendar days lie between two days; below zero when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
}

/** The calendar day some years later. */
export function yearsAfter(day: string, years: number): string {
  return Temporal.PlainDate.from(day).add({ years }).toString()
}

/**
 * How much time is left until the end of a day, in words: `12 weeks and 1 day left`, `5 hours left`, `over`. Rounded down, so
 * nobody is promised more than there is. Weeks and days are those of the time zone's calendar: the day on which clocks change
 * counts as one day.
 *
 * @param now milliseconds of the Unix epoch.
 */
export function timeLeft(day: string, now: number, timeZone: string): string {
  const end = endOfDay(day, timeZone)
  if (now >= end) return 'over'
  const at = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  const left = at(now).until(at(end), { largestUnit: 'weeks' })
  const days = [counted(left.weeks, 'week'), counted(left.days, 'day')].filter((part) => part !== '')
  const words =
    days.join(' and ') ||
    counted(left.hours, 'hour') ||
    counted(left.minutes, 'minute') ||
    'less than a minute'
  return `${words} left`
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`
}
