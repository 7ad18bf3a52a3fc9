import type { Resolved } from './assets.ts'

/**
 * What takes the place of a stored document whose shape an earlier version of this software wrote, and which the site
 * refuses today. Until schemes and cycles were documents of their own, a framework held the name of its scheme and its
 * dates. What an editor may have written into it, title, version and note, is kept.
 *
 * @param wanted the document of today.
 * @param stored what the dataset has under its ID.
 * @returns undefined when the stored document is of today's shape, whatever its content.
 */
export function upgraded(wanted: Resolved, stored: Readonly<Record<string, unknown>>): Resolved | undefined {
  if (stored['_type'] !== 'framework' || typeof stored['scheme'] !== 'string') return undefined
  const { title, version, note } = stored
  return { ...wanted, title, version, note }
}
