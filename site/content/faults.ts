import type { z } from 'zod'
import { SiteError } from '../errors.ts'

/** One field of one document that breaks a rule. */
export type Fault = {
  readonly title: string
  readonly id: string
  /** The field as an editor finds it: `learningObjectives, number 2, text`. */
  readonly field: string
  readonly remedy: string
}

/**
 * Turns what zod found in a document into faults.
 *
 * @param document the document as it was read; title and ID may be missing.
 */
export function faultsOf(document: unknown, error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({
    ...nameOf(document),
    field: fieldName(issue.path),
    remedy: issue.message,
  }))
}

/** Title and ID of a document that may lack both. */
export function nameOf(document: unknown): { title: string; id: string } {
  const fields = typeof document === 'object' && document !== null ? document : {}
  return {
    title: 'title' in fields && typeof fields.title === 'string' ? fields.title : 'Untitled',
    id: '_id' in fields && typeof fields._id === 'string' ? fields._id : 'no ID',
  }
}

/** A path of zod in an editor’s words; positions count from 1. */
export function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole document'
  return path.map((step) => (typeof step === 'number' ? `number ${step + 1}` : String(step))).join(', ')
}

/** The one error that lists every fault. */
export function contentInvalid(faults: readonly Fault[]): SiteError {
  const documents = Map.groupBy(faults, (fault) => fault.id)
  const lines = Array.from(documents.values(), (found) => {
    const [first] = found
    const fields = found.map((fault) => `      ${fault.field}: ${fault.remedy}`)
    return `  - “${first?.title}” (${first?.id})\n${Array.from(new Set(fields)).join('\n')}`
  })
  const count =
    documents.size === 1 ? 'A published document breaks' : `${documents.size} published documents break`
  return new SiteError(
    'CONTENT_INVALID',
    `${count} the rules of the site, so nothing was built:\n${lines.join('\n')}`,
    'Mend the fields in Studio and publish again. The site stays as it was until then.',
  )
}
