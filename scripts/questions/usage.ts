import { UserError } from '../user-error.ts'

/** A command line that cannot be carried out as it is; the command ends with 2. */
export class UsageError extends UserError {}
