import type { ValidationError } from 'sanity'

/** A row of a table while an editor is still writing. */
export interface DraftRow {
  readonly _key?: string
  readonly cells?: readonly string[]
}

/**
 * Checks that a table is a rectangle and that every column is named.
 *
 * @param rows - the rows; the first one is the header
 * @returns `true`, or one error at each row that does not fit
 */
export function tableIsRectangular(rows: readonly DraftRow[] | undefined): true | ValidationError[] {
  const [header, ...body] = rows ?? []
  if (header === undefined) return true
  const width = header.cells?.length ?? 0
  const errors: ValidationError[] = []
  if (header.cells?.some((cell) => (cell ?? '').trim() === '')) {
    errors.push({
      message:
        'Name every column: the first row is the header, and a screen reader announces it with each cell.',
      path: header._key === undefined ? [] : [{ _key: header._key }],
    })
  }
  for (const row of body) {
    const cells = row.cells?.length ?? 0
    if (cells === width) continue
    errors.push({
      message: `This row has ${cells} cells, the header has ${width}. Add or remove cells until they are equal.`,
      path: row._key === undefined ? [] : [{ _key: row._key }],
    })
  }
  return errors.length === 0 ? true : errors
}
