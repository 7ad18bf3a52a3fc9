/** The time on the server, and how it is said. A device’s own clock may be wrong by days and is never asked. */
export type ServerTime = {
  /** Milliseconds of the Unix epoch, near enough for words; deadlines are the server’s to decide. */
  now(): number
  /** `14:32`, or `3 October at 14:32` on another day, in the time zone of the exam. */
  said(instant: number): string
}

/**
 * Goes on counting from the time that the Worker wrote on the form.
 *
 * @param elapsed milliseconds since the page was asked for, by a clock that nobody can set.
 */
export function serverTime(
  written: { readonly now: string | undefined; readonly zone: string | undefined },
  elapsed: () => number,
): ServerTime {
  const served = Number(written.now ?? 0)
  const zone = written.zone ?? 'Europe/London'
  const format = (instant: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(instant)
  const now = () => served + elapsed()
  return {
    now,
    said(instant) {
      const time = format(instant, { timeStyle: 'short' })
      const day = (of: number) => format(of, { day: 'numeric', month: 'long' })
      return day(instant) === day(now()) ? time : `${day(instant)} at ${time}`
    },
  }
}
