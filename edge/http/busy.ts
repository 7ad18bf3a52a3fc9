/** How D1 says that it could not take a request now, as its documentation and its clients report it. */
const busy =
  /overloaded|too many requests queued|SQLITE_BUSY|database is locked|network connection lost|storage operation exceeded timeout|storage caused object to be reset|reset because its code was updated|internal error in D1|cannot resolve D1 DB due to transient issue/i

/**
 * True when a request may succeed if it is sent again. Whether it was carried out is not known then, so only what is
 * safe to repeat may be told to come back.
 */
export function isBusy(error: Error): boolean {
  return busy.test(error.message)
}
