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
 * What to print for an error: one sentence with its remedy for an error that has a code and a remedy (ours or a room's),
 * the whole of anything else, because that is a defect of ours and somebody must be able to report it.
 */
export function describeError(error: unknown): string {
  if (error instanceof Error && 'code' in error && 'remedy' in error) {
    return `${error.code}: ${error.message} ${error.remedy}`
  }
  return error instanceof Error ? (error.stack ?? String(error)) : String(error)
}

/** Ends a command because of an error, see {@link describeError}. */
export function reportAndExit(error: unknown): never {
  console.error(`\n${describeError(error)}`)
  process.exit(1)
}
