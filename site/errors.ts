/** Classes of error that a build of the site ends with. A code is never renamed or reused. */
export type SiteErrorCode =
  | 'ENVIRONMENT_INVALID'
  | 'EXAM_VERSIONS_UNREADABLE'
  | 'CONTENT_INVALID'
  | 'CONTENT_MISSING'
  | 'LAKE_UNREACHABLE'
  | 'LAKE_REFUSED'
  | 'ASSET_UNREADABLE'

/** Something that the person who runs the build, or an editor, can mend. Its text is all that they need to read. */
export class SiteError extends Error {
  /** Permanent name of this class of error. */
  readonly code: SiteErrorCode
  /** What to do about it. */
  readonly remedy: string

  constructor(code: SiteErrorCode, what: string, remedy: string) {
    super(`${code}: ${what}\n${remedy}`)
    this.name = 'SiteError'
    this.code = code
    this.remedy = remedy
  }
}
