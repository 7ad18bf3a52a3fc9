import { useFormValue } from 'sanity'

/** A work of the reference list as the form holds it. */
export interface CitedWork {
  readonly key: string
  /** How it is numbered in print: its position in the list, beginning with 1. */
  readonly number: number
  readonly citation: string
}

/**
 * Reads a reference list out of a form.
 *
 * @param references - the value of the document's field `references`; entries without a key are left out
 */
export function citedWorks(references: unknown): CitedWork[] {
  if (!Array.isArray(references)) return []
  return references.flatMap((one: unknown, index) => {
    if (typeof one !== 'object' || one === null || !('_key' in one) || typeof one._key !== 'string') return []
    const citation = 'citation' in one && typeof one.citation === 'string' ? one.citation.trim() : ''
    return [{ key: one._key, number: index + 1, citation: citation || 'Reference without citation' }]
  })
}

/** The reference list of the document that is being edited. For use inside its form only. */
export function useCitedWorks(): CitedWork[] {
  return citedWorks(useFormValue(['references']))
}
