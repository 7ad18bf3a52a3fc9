/** What Studio itself reports on a slow machine, and goes on. */
const ofStudioItself = [
  // A page is left while Studio says goodbye over a socket that the browser has closed by then.
  'WebSocket is already in CLOSING',
  // Studio gives the menu for new documents a second to prepare, and prepares it again when it is opened.
  'Failed to resolve initial value for template',
]

/**
 * Console errors of a page in Studio, without those that only tell of a slow machine.
 *
 * @param errors - what `openWatchedPage` recorded
 */
export function unexpectedErrors(errors: readonly string[]): string[] {
  return errors.filter((error) => !ofStudioItself.some((known) => error.startsWith(known)))
}
