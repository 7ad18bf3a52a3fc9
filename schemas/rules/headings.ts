import type { ValidationError } from 'sanity'

/** A member of the body while an editor is still writing. */
export interface DraftBlock {
  readonly _key?: string
  readonly style?: string
}

/**
 * Checks that a sub-heading stands under a heading: readers who move by headings lose their way otherwise.
 *
 * @param blocks - the body
 * @returns `true`, or what to do at the first sub-heading that comes before any heading
 */
export function headingsNest(blocks: readonly DraftBlock[] | undefined): true | ValidationError {
  for (const { style, _key } of blocks ?? []) {
    if (style === 'h2') return true
    if (style !== 'h3') continue
    return {
      message: 'A sub-heading comes before the first heading. Make it a heading, or put a heading above it.',
      path: _key === undefined ? [] : [{ _key }],
    }
  }
  return true
}
