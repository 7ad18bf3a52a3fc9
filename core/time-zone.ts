const london = 'Europe/London'

/** A time zone as a reader would name it: `Europe/London` is `UK time`, others by their city. */
export function zoneInWords(timeZone: string): string {
  if (timeZone === london) return 'UK time'
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  return `${city} time`
}
