import { ORIGINAL_REFERENCE } from '../../core/content/reference-number.ts'

/**
 * @param reference - what the editor wrote
 * @returns `true`, also when empty (another rule asks for it), or what to write instead
 */
export function isOriginalReference(reference: string | undefined): true | string {
  if (reference === undefined || reference === '' || ORIGINAL_REFERENCE.test(reference)) return true
  return 'Write the reference as printed: C- and 5 or 6 digits, then the audience if there is one, such as C-13861 O/D/CL.'
}
