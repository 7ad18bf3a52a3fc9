/**
 * References of the scheme: `C-` with five or six digits, and the audience where it is given, as printed on the original
 * article (`C-77198`, `C-13861 O/D/CL`). Which abbreviations there are is content, so any of one to three letters may
 * stand here.
 */
export const ORIGINAL_REFERENCE = /^C-\d{5,6}(?: [A-Z]{1,3}(?:\/[A-Z]{1,3})*)?$/

/**
 * @param reference - what the editor wrote
 * @returns `true`, also when empty (another rule asks for it), or what to write instead
 */
export function isOriginalReference(reference: string | undefined): true | string {
  if (reference === undefined || reference === '' || ORIGINAL_REFERENCE.test(reference)) return true
  return 'Write the reference as printed: C- and 5 or 6 digits, then the audience if there is one, such as C-13861 O/D/CL.'
}
