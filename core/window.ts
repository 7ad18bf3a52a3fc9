import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A span of calendar days in a named time zone, both days included: "until 28 December" ends when that day ends there. */
export const windowSchema = z
  .strictObject({
    opensOn: z.iso.date(),
    closesOn: z.iso.date(),
    timeZone: z.string().refine(isTimeZone, 'not a time zone'),
  })
  .refine((window) => window.opensOn <= window.closesOn, {
    message: 'closes before it opens',
    path: ['closesOn'],
  })

/** See {@link windowSchema}: dates are ISO 8601 (`2021-12-28`), the zone an IANA name (`Europe/London`). */
export type Window = z.infer<typeof windowSchema>

/** The first instant at which the window is open, in milliseconds of the Unix epoch. */
export function opensAt(window: Window): number {
  return startOfDay(Temporal.PlainDate.from(window.opensOn), window.timeZone)
}

/** The first instant at which the window is closed again, in milliseconds of the Unix epoch. */
export function closesAt(window: Window): number {
  return startOfDay(Temporal.PlainDate.from(window.closesOn).add({ days: 1 }), window.timeZone)
}

/**
 * Where an instant lies.
 *
 * @param now milliseconds of the Unix epoch, by the server's clock.
 */
export function windowState(window: Window, now: number): 'before' | 'open' | 'after' {
  if (now < opensAt(window)) return 'before'
  return now < closesAt(window) ? 'open' : 'after'
}

function startOfDay(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.PlainDate.from('2021-01-01').toZonedDateTime(name)
    return true
  } catch {
    return false
  }
}
