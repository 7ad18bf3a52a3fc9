/**
 * References of the scheme: `C-` with five or six digits, and the audience where it is given, as printed on the original
 * article (`C-77198`, `C-13861 O/D/CL`). Which abbreviations there are is content, so any of one to three letters may
 * stand here.
 */
export const ORIGINAL_REFERENCE = /^C-\d{5,6}(?: [A-Z]{1,3}(?:\/[A-Z]{1,3})*)?$/
