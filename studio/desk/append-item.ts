import type { PackRow } from './pack-contents.ts'

/**
 * The patches that put an item at the end of a pack. A reference to something that is not published yet is weak until
 * the pack is published, as Studio's own reference fields make it.
 *
 * @param row - the article or video
 * @param key - names the reference within the pack; never used before
 */
export function appendItem(row: PackRow, key: string): Record<string, unknown>[] {
  const unpublished = row.state === 'draft'
  const item = {
    _type: 'reference',
    _key: key,
    _ref: row.id,
    ...(unpublished && { _weak: true, _strengthenOnPublish: { type: row.type } }),
  }
  return [{ setIfMissing: { items: [] } }, { insert: { after: 'items[-1]', items: [item] } }]
}
