import type { PackFacts } from '../pack-facts.ts'
import { endOfDay, yearOf } from './days.ts'

/** The first and the last day of a cycle. */
export type CycleDays = Pick<PackFacts['cycle'], 'startsOn' | 'endsOn'>

/**
 * The calendar year that members of a cycle are asked for points in: the year now, and never one outside the cycle. Once it
 * is over, its last year stays the one to account for.
 *
 * @param now milliseconds of the Unix epoch.
 * @param timeZone an IANA name, whose days are those of the cycle.
 */
export function cycleYear(cycle: CycleDays, now: number, timeZone: string): number {
  return Math.min(Math.max(yearOf(now, timeZone), yearIn(cycle.startsOn)), lastYearOf(cycle))
}

/** The calendar year in which a cycle ends. */
export function lastYearOf({ endsOn }: CycleDays): number {
  return yearIn(endsOn)
}

/** Whether a cycle's last day has ended; see {@link cycleYear} for what it takes. */
export function isCycleOver({ endsOn }: CycleDays, now: number, timeZone: string): boolean {
  return now >= endOfDay(endsOn, timeZone)
}

function yearIn(day: string): number {
  return Number(day.slice(0, 4))
}
