/** A place in the grid, counted from 0. Row 0 holds the items' headers, column 0 the units'; the corner is nobody's. */
export type Place = { readonly row: number; readonly column: number }

/** How many rows a page is. */
const PAGE = 8

/**
 * Where a key leads in a grid (ARIA Authoring Practices, data grid).
 *
 * @param size - rows and columns, headers included
 * @returns the new place (which may be the old one, at an edge), or `undefined` for a key that does not move
 */
export function placeAfter(
  key: { readonly key: string; readonly ctrl: boolean },
  from: Place,
  size: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const lastRow = size.rows - 1
  const lastColumn = size.columns - 1
  const to = (row: number, column: number): Place => {
    const target = { row: clamp(row, lastRow), column: clamp(column, lastColumn) }
    // The corner is empty: whoever would enter it stays.
    return target.row === 0 && target.column === 0 ? from : target
  }
  switch (key.key) {
    case 'ArrowRight':
      return to(from.row, from.column + 1)
    case 'ArrowLeft':
      return to(from.row, from.column - 1)
    case 'ArrowDown':
      return to(from.row + 1, from.column)
    case 'ArrowUp':
      return to(from.row - 1, from.column)
    case 'PageDown':
      return to(from.row + PAGE, from.column)
    case 'PageUp':
      return to(Math.max(Math.min(1, from.row), from.row - PAGE), from.column)
    case 'Home':
      return key.ctrl ? to(Math.min(1, lastRow), 0) : to(from.row, from.row === 0 ? 1 : 0)
    case 'End':
      return key.ctrl ? to(lastRow, lastColumn) : to(from.row, lastColumn)
    default:
      return undefined
  }
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(value, last))
}
