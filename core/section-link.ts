/**
 * The query parameter that names a section in an address that is handed on. The fragment does so too, but browsers tell
 * it to no server, so it is lost on the way through a sign-in.
 */
export const sectionParameter = 'at'
