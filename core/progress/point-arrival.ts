import { Temporal } from 'temporal-polyfill'
import { dayOf, endOfDay } from './days.ts'

/** How many working days a point usually takes from the award to the regulator. */
export const workingDaysToArrive = 10

/**
 * How many bank holidays may lie among those days: three at the turn of the year, the time at which it matters most. They are
 * not known here, so a point is called short of time that comes in time only if there are none.
 */
const bankHolidaysAtMost = 3

/**
 * When a point should have reached the regulator. `expected`: there is time. `tight`: its days, with the bank holidays that
 * may lie among them, may run past the last day on which points can be accepted. `overdue`: its days are over. `too-late`:
 * the last day for accepting is over as well.
 */
export type PointArrival = {
  readonly state: 'expected' | 'tight' | 'overdue' | 'too-late'
  /** The day by whose end it should be there, ISO 8601. */
  readonly by: string
}

/**
 * Whether a point that has not been reported to be there should be by now.
 *
 * @param awardedAt milliseconds of the Unix epoch.
 * @param now milliseconds of the Unix epoch.
 * @param timeZone an IANA name, whose days are counted.
 * @param acceptBy the last day on which a point can be accepted, where there is one.
 */
export function pointArrival(
  awardedAt: number,
  now: number,
  timeZone: string,
  acceptBy: string | undefined,
): PointArrival {
  const by = workingDaysAfter(dayOf(awardedAt, timeZone), workingDaysToArrive)
  if (isAcceptanceOver(acceptBy, now, timeZone)) return { state: 'too-late', by }
  if (now >= endOfDay(by, timeZone)) return { state: 'overdue', by }
  const atTheLatest = workingDaysAfter(by, bankHolidaysAtMost)
  return { state: acceptBy !== undefined && atTheLatest >= acceptBy ? 'tight' : 'expected', by }
}

/**
 * The last day on which a point can be earned that is sure to be there in time, whatever bank holidays there are: the last
 * one of which {@link pointArrival} says `expected`.
 */
export function lastDayInTime(acceptBy: string): string {
  let day = Temporal.PlainDate.from(acceptBy)
  while (workingDaysAfter(day.toString(), workingDaysToArrive + bankHolidaysAtMost) >= acceptBy)
    day = day.subtract({ days: 1 })
  return day.toString()
}

/**
 * Whether the last day for accepting points has ended; without such a day it never has.
 *
 * @param now milliseconds of the Unix epoch.
 * @param timeZone an IANA name, whose days are counted.
 */
export function isAcceptanceOver(acceptBy: string | undefined, now: number, timeZone: string): boolean {
  return acceptBy !== undefined && now >= endOfDay(acceptBy, timeZone)
}

/**
 * The day some working days later, the first of them being the next one: Monday to Friday. Bank holidays are not known here
 * and count as working days, so that around one the day comes out too early; pages that show it must say so.
 */
export function workingDaysAfter(day: string, count: number): string {
  let date = Temporal.PlainDate.from(day)
  for (let left = count; left > 0; ) {
    date = date.add({ days: 1 })
    if (date.dayOfWeek <= 5) left -= 1
  }
  return date.toString()
}
