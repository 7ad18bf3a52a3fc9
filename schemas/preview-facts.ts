import { windowSchema, windowState } from '../core/index.ts'
import { counted } from './preview.ts'

/** How many registrant types an audience may have and still be shown; there are four. */
const AUDIENCE = 4
/** How many items of a pack are looked at for its points. */
const ITEMS = 24

/** Selects the abbreviations of an item's audience for a preview, which follows references by position only. */
export const audienceSelection: Readonly<Record<string, string>> = Object.fromEntries(
  positions(AUDIENCE).map((at) => [`audience${at}`, `audience.${at}.abbreviation`]),
)

/** Selects the points of a pack's items for a preview. */
export const packPointsSelection: Readonly<Record<string, string>> = Object.fromEntries(
  positions(ITEMS).map((at) => [`points${at}`, `items.${at}.exam.points`]),
)

/**
 * Selects a pack's items for a preview, to be counted. The list itself cannot be selected beside what its members refer
 * to: a preview gives one or the other.
 */
export const packItemsSelection: Readonly<Record<string, string>> = Object.fromEntries(
  positions(ITEMS).map((at) => [`item${at}`, `items.${at}._id`]),
)

/**
 * How many items a pack lists, of which published or drafted documents are there.
 *
 * @param selected - what a preview with {@link packItemsSelection} was given
 */
export function packItemsCount(selected: Readonly<Record<string, unknown>>): number {
  return positions(ITEMS).filter((at) => typeof selected[`item${at}`] === 'string').length
}

/**
 * The audience as references have it.
 *
 * @param selected - what a preview with {@link audienceSelection} was given
 * @returns such as "O/D/CL"; undefined when nobody is chosen yet
 */
export function audienceLine(selected: Readonly<Record<string, unknown>>): string | undefined {
  const known = positions(AUDIENCE)
    .map((at) => selected[`audience${at}`])
    .filter((abbreviation) => typeof abbreviation === 'string' && abbreviation !== '')
  return known.length > 0 ? known.join('/') : undefined
}

/**
 * The points of an item or an exam.
 *
 * @returns such as "1 point"; undefined while there is no number
 */
export function pointsLine(points: unknown): string | undefined {
  return typeof points === 'number' ? counted(points, 'point') : undefined
}

/**
 * The points of all items of a pack together.
 *
 * @param selected - what a preview with {@link packPointsSelection} was given
 */
export function packPointsLine(selected: Readonly<Record<string, unknown>>): string | undefined {
  const known = positions(ITEMS)
    .map((at) => selected[`points${at}`])
    .filter((points) => typeof points === 'number')
  return known.length > 0 ? pointsLine(known.reduce((sum, points) => sum + points, 0)) : undefined
}

const states = { before: 'Opens later', open: 'Open', after: 'Closed' } as const

/**
 * Whether a pack can be sat, by the days in its own time zone.
 *
 * @param pack - the pack's fields; anything may still be missing
 * @param now - milliseconds of the Unix epoch
 * @returns undefined while the days are not known
 */
export function packStateLine(pack: Readonly<Record<string, unknown>>, now: number): string | undefined {
  const { opensOn, closesOn, timeZone } = pack
  const window = windowSchema.safeParse({ opensOn, closesOn, timeZone })
  return window.success ? states[windowState(window.data, now)] : undefined
}

/**
 * A span of days as people write it.
 *
 * @param from - ISO 8601 date
 * @param to - ISO 8601 date
 * @returns such as "6 Sept – 28 Dec 2021"; undefined while either is missing
 */
export function daysLine(from: unknown, to: unknown): string | undefined {
  const [first, last] = [from, to].map((day) => (typeof day === 'string' ? Date.parse(day) : Number.NaN))
  if (first === undefined || last === undefined || Number.isNaN(first + last) || last < first)
    return undefined
  return days.formatRange(first, last)
}

/**
 * The day of an instant, where the regulator's clocks are.
 *
 * @param instant - ISO 8601
 * @returns such as "6 Oct 2021"; undefined without one
 */
export function dayLine(instant: unknown): string | undefined {
  const time = typeof instant === 'string' ? Date.parse(instant) : Number.NaN
  return Number.isNaN(time) ? undefined : londonDays.format(time)
}

const londonDays = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Europe/London' })
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

function positions(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}
