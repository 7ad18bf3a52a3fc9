/** A cited work while an editor is still writing. */
export interface DraftWork {
  readonly _key?: string
}

/**
 * Checks that a citation in the text points at a work of this document's reference list.
 *
 * @param work - the citation's target: the `_key` of a reference
 * @param references - the document's reference list
 * @returns `true`, also when empty (another rule asks for it), or what to do
 */
export function citesAListedWork(
  work: string | undefined,
  references: readonly DraftWork[] | undefined,
): true | string {
  if (work === undefined || work === '') return true
  if (references?.some((reference) => reference._key === work)) return true
  return 'This citation points at a reference that is no longer in the list. Choose another reference, or remove the citation.'
}
