import { type AnyAuthored, isObject } from './authored.ts'

/** The IDs of the documents that a document refers to, in order of appearance, each once. */
export function referencesOf(value: unknown): string[] {
  const found = Array.isArray(value)
    ? value.flatMap(referencesOf)
    : !isObject(value)
      ? []
      : typeof value['_ref'] === 'string'
        ? [value['_ref']]
        : Object.values(value).flatMap(referencesOf)
  return Array.from(new Set(found))
}

/**
 * Sorts documents into waves: what a document refers to stands in an earlier wave, so that no wave breaks a reference.
 * References to documents outside the set (assets) are taken as there already.
 *
 * @throws RangeError when documents refer to each other in a circle.
 */
export function waves<Document extends AnyAuthored>(documents: readonly Document[]): Document[][] {
  const open = new Map(documents.map((document) => [document._id, document]))
  const sorted: Document[][] = []
  while (open.size > 0) {
    const wave = Array.from(open.values()).filter(
      (document) => !referencesOf(document).some((id) => open.has(id)),
    )
    if (wave.length === 0) {
      throw new RangeError(
        `These documents refer to each other in a circle: ${Array.from(open.keys()).join(', ')}.`,
      )
    }
    for (const { _id } of wave) open.delete(_id)
    sorted.push(wave)
  }
  return sorted
}
