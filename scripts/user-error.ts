/**
 * Something that the person at the keyboard can mend. Commands print it as one sentence with its remedy and exit 1,
 * without a stack trace.
 */
export class UserError extends Error {
  /** Permanent name of this class of error. */
  readonly code: string
  /** What to do about it. */
  readonly remedy: string

  constructor(code: string, what: string, remedy: string) {
    super(what)
    this.name = 'UserError'
    this.code = code
    this.remedy = remedy
  }

  /** The line that a command prints. */
  override toString(): string {
    return `${this.code}: ${this.message} ${this.remedy}`
  }
}

/**
 * Ends a command because of an error: a {@link UserError} as its one sentence, anything else whole, because it is a
 * defect of ours and somebody must be able to report it.
 */
export function reportAndExit(error: unknown): never {
  if (error instanceof UserError) console.error(`\n${error}`)
  else console.error(error)
  process.exit(1)
}
