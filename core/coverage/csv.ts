import { stringify } from 'csv-stringify/browser/esm/sync'
import { type CoverageMatrix, type Mark, pointsOf, type UnitState } from './matrix.ts'
import type { CoverageItem } from './model.ts'

/** How a mark is written into a cell; none is left empty. */
const MARKS: Readonly<Record<Mark, string>> = {
  published: 'published',
  draft: 'draft',
  leaving: 'published, removed in draft',
  outside: 'not for this audience',
}

const STATES: Readonly<Record<UnitState, string>> = {
  gap: 'gap',
  single: 'one item only',
  covered: 'covered',
}

/** The columns before the items. */
const LEADING = ['Registrant type', 'Unit', 'State', 'Counted', 'Published', 'With drafts']

/**
 * The matrix as CSV: a row for each unit, and for each registrant type a row of points; a column for each item. Every row
 * has as many fields as the header, whose names are all different.
 *
 * It begins with a byte order mark: these files are opened in Excel, which reads a UTF-8 file without one in the
 * system's old code page and garbles every dash and accent; parsers that are asked to (`bom: true`) skip it. Texts that
 * a spreadsheet would take for a formula get an apostrophe in front (an item may well be called `=HYPERLINK(…)`).
 *
 * @returns the file's text, lines ended by CRLF (RFC 4180).
 */
export function coverageCsv(matrix: CoverageMatrix): string {
  const { groups, items } = matrix
  const rows: (string | number)[][] = [[...LEADING, ...columnNames(items)]]
  for (const { type, rows: units, covered, points } of groups) {
    for (const { unit, marks, state, now, next } of units) {
      rows.push([
        type.title,
        unit.title,
        STATES[state],
        'items',
        now,
        next,
        ...items.map(({ id }) => {
          const mark = marks.get(id)
          return mark === undefined ? '' : MARKS[mark]
        }),
      ])
    }
    rows.push([
      type.title,
      'All units',
      `${covered.next} of ${units.length} covered`,
      'points',
      points.now,
      points.next,
      ...items.map((item) => pointsOf(item.next ?? item.now, type.id)),
    ])
  }
  return stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}

/** Titles with their kind; where two items share one, the ID tells them apart. */
function columnNames(items: readonly CoverageItem[]): string[] {
  const names = items.map(({ kind, now, next }) => `${(next ?? now)?.title} (${kind})`)
  const counts = new Map<string, number>(LEADING.map((name) => [name, 1]))
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return names.map((name, index) => (counts.get(name) === 1 ? name : `${name} ${items[index]?.id}`))
}
