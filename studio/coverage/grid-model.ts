import type { TypeGroup, UnitRow } from '../../core/coverage/matrix.ts'
import type { CoverageType } from '../../core/coverage/model.ts'
import type { Place } from './grid-keys.ts'
import type { Selection } from './select.ts'

/** A row below the header: a registrant type with its sums, or one of its units. */
export type GridRow =
  | { readonly kind: 'group'; readonly key: string; readonly group: TypeGroup }
  | { readonly kind: 'unit'; readonly key: string; readonly type: CoverageType; readonly row: UnitRow }

/** A cell by what it stands for, so that the focus stays with it when rows and columns come and go. */
export type Cell = { readonly row: string; readonly column: string }

/** Key of the row of items' headers, and of the column of units' headers. */
export const HEADER = 'header'

/** The rows of a selection in reading order. A unit's row stays the same object as long as nothing in it changes. */
export function gridRows({ groups }: Selection): GridRow[] {
  return groups.flatMap((group) => [
    { kind: 'group' as const, key: `type-${group.type.id}`, group },
    ...group.rows.map((row) => unitRow(row, group.type)),
  ])
}

type UnitGridRow = Extract<GridRow, { kind: 'unit' }>

const madeBefore = new WeakMap<UnitRow, UnitGridRow>()

function unitRow(row: UnitRow, type: CoverageType): UnitGridRow {
  const before = madeBefore.get(row)
  if (before?.type === type) return before
  const made = { kind: 'unit' as const, key: row.unit.id, type, row }
  madeBefore.set(row, made)
  return made
}

/** Translates cells into places and back. */
export function gridPlaces(rows: readonly GridRow[], { items }: Selection) {
  const rowKeys = [HEADER, ...rows.map(({ key }) => key)]
  const columnKeys = [HEADER, ...items.map(({ id }) => id)]
  const rowIndex = new Map(rowKeys.map((key, index) => [key, index]))
  const columnIndex = new Map(columnKeys.map((key, index) => [key, index]))
  return {
    size: { rows: rowKeys.length, columns: columnKeys.length },
    /** A cell that is not there any more becomes the header of its row, or of the first unit. */
    placeOf({ row, column }: Cell): Place {
      const place = { row: rowIndex.get(row) ?? 1, column: columnIndex.get(column) ?? 0 }
      return place.row === 0 && place.column === 0 ? { row: 1, column: 0 } : place
    },
    cellAt({ row, column }: Place): Cell {
      return { row: rowKeys[row] ?? HEADER, column: columnKeys[column] ?? HEADER }
    },
  }
}
