const london = 'Europe/London'

/**
 * A calendar day in words: `2021-12-28` becomes `28 December 2021`.
 *
 * @param day ISO 8601, without a time; no time zone can move it.
 */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** A time zone as a reader would name it: `Europe/London` is `UK time`, others by their city. */
export function zoneInWords(timeZone: string): string {
  if (timeZone === london) return 'UK time'
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  return `${city} time`
}

/**
 * When a pack can be used, as a sentence. Both days are included, and the sentence says so: "until 28 December" is
 * read by some as excluding that day.
 */
export function openSentence(window: { opensOn: string; closesOn: string; timeZone: string }): string {
  const zone = zoneInWords(window.timeZone)
  return `Open from ${dayInWords(window.opensOn)} to the end of ${dayInWords(window.closesOn)} (${zone}).`
}
