/**
 * Checks a time zone against the names that this JavaScript engine knows (IANA Time Zone Database).
 *
 * @param name - such as `Europe/London`
 * @returns `true`, also when empty (another rule asks for it), or what to write instead
 */
export function isTimeZone(name: string | undefined): true | string {
  if (name === undefined || name === '') return true
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return `“${name}” is not a time zone. Write an IANA name such as Europe/London.`
  }
}
