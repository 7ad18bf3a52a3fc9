/** `28 December 2021 at 23:59`, in the time zone that is named (an IANA name). */
export function formatInstant(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant)
}

/** `28 December 2021` from `2021-12-28`: a calendar day, wherever the reader is. */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day))
}
