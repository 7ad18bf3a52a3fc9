import type { CoverageMatrix, TypeGroup, UnitRow } from '../../core/coverage/matrix.ts'
import type { CoverageItem } from '../../core/coverage/model.ts'

/** Which units are shown. */
export type CoverageFilter = 'all' | 'gap' | 'single'

/** What is left of a matrix: rows and columns, with the groups' figures as they were. */
export type Selection = {
  readonly groups: readonly TypeGroup[]
  readonly items: readonly CoverageItem[]
  /** How many units are left. */
  readonly units: number
}

/**
 * Narrows a matrix. A search finds units and items by their titles (and units by their registrant type), and shows each
 * with everything that it is connected to: a unit with all items that cover it, an item with all units that it covers. So
 * a unit never looks like a gap because what covers it was filtered out.
 *
 * @param search - as typed; upper and lower case are the same
 */
export function selectCoverage(
  matrix: CoverageMatrix,
  { filter, search }: { readonly filter: CoverageFilter; readonly search: string },
): Selection {
  const wanted = search.trim().toLowerCase()
  const found = (text: string) => text.toLowerCase().includes(wanted)
  const itemsFound =
    wanted === ''
      ? new Set<string>()
      : new Set(matrix.items.filter((item) => found(titleOf(item))).map(({ id }) => id))

  const groups = matrix.groups.flatMap((group) => {
    const rows = group.rows.filter(
      (row) =>
        (filter === 'all' || row.state === filter) &&
        (wanted === '' || found(row.unit.title) || found(group.type.title) || isMarkedBy(row, itemsFound)),
    )
    return rows.length === 0 ? [] : [{ ...group, rows }]
  })
  const rows = groups.flatMap((group) => group.rows)
  return { groups, items: columns(matrix, rows, itemsFound, filter, wanted), units: rows.length }
}

/** An item's title as it will be. */
export function titleOf({ next, now }: CoverageItem): string {
  return (next ?? now)?.title ?? ''
}

function columns(
  { items }: CoverageMatrix,
  rows: readonly UnitRow[],
  itemsFound: ReadonlySet<string>,
  filter: CoverageFilter,
  wanted: string,
): readonly CoverageItem[] {
  // Among gaps every item is a candidate, so none is left out.
  if (wanted === '' && filter !== 'single') return items
  const connected = new Set(rows.flatMap((row) => [...row.marks.keys()]))
  return items.filter(({ id }) => connected.has(id) || itemsFound.has(id))
}

function isMarkedBy(row: UnitRow, items: ReadonlySet<string>): boolean {
  for (const id of row.marks.keys()) if (items.has(id)) return true
  return false
}
