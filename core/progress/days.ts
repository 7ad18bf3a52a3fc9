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
 * How much time is left until the end of a day, in words and by the calendar of that time zone: “85 days left”, “1 day
 * left: until the end of tomorrow”, “today is the last day: 5 hours left”, “over”.
 *
 * @param now milliseconds of the Unix epoch.
 */
export function timeLeft(day: string, now: number, timeZone: string): string {
  const days = daysBetween(dayOf(now, timeZone), day)
  if (days < 0) return 'over'
  if (days === 1) return '1 day left: until the end of tomorrow'
  if (days > 1) return `${days} days left`
  const minutes = Math.ceil((endOfDay(day, timeZone) - now) / 60_000)
  const left =
    minutes >= 120
      ? `${Math.floor(minutes / 60)} hours`
      : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return `today is the last day: ${left} left`
}
