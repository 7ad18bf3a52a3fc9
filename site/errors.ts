/** Classes of error that a build of the site ends with. A code is never renamed or reused. */
export const siteErrorCodes = [
  'ENVIRONMENT_INVALID',
  'EXAM_VERSIONS_UNREADABLE',
  'CONTENT_INVALID',
  'CONTENT_MISSING',
  'LAKE_UNREACHABLE',
  'LAKE_REFUSED',
  'ASSET_UNREADABLE',
] as const

/** See {@link siteErrorCodes}. */
export type SiteErrorCode = (typeof siteErrorCodes)[number]

/**
 * Something that the person who runs the build, or an editor, can mend. Code, message and remedy together are all that
 * they need to read.
 */
export class SiteError extends Error {
  /** Permanent name of this class of error. */
  readonly code: SiteErrorCode
  /** What to do about it. */
  readonly remedy: string
  /** The same for Astro's command line, which prints an error's name, message and hint. */
  readonly hint: string

  constructor(code: SiteErrorCode, what: string, remedy: string) {
    super(what)
    this.name = code
    this.code = code
    this.remedy = remedy
    this.hint = `${remedy} (${code})`
    // Where it was thrown helps nobody: the mistake is not in this code.
    this.stack = `${code}: ${what}`
  }
}
