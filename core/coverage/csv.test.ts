import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageInputs } from '../test-support/coverage.ts'
import { coverageCsv } from './csv.ts'
import { coverageMatrix } from './matrix.ts'
import type { ItemVersion } from './model.ts'

const version = (title: string, units: string[], points = 1): ItemVersion => ({
  title,
  audience: new Set(['O']),
  units: new Set(units),
  points,
})

const matrix = (...titles: string[]) =>
  coverageMatrix({
    types: [{ id: 'O', title: 'Optometrist', abbreviation: 'O' }],
    units: [
      { id: 'u1', title: 'Low vision, “both” eyes', type: 'O', framework: 'f' },
      { id: 'u2', title: 'Contact lenses', type: 'O', framework: 'f' },
    ],
    items: titles.map((title, index) => ({
      id: `item-${index}`,
      kind: 'article',
      ...(index === 0 && { now: version(title, ['u1']) }),
      next: version(title, ['u1']),
    })),
  })

const read = (csv: string): string[][] => parse(csv, { bom: true })

describe('the matrix as CSV', () => {
  test('has a row for each unit and one of points, a column for each item', () => {
    expect(read(coverageCsv(matrix('Dry eye', 'Red eye')))).toEqual([
      [
        'Registrant type',
        'Unit',
        'State',
        'Counted',
        'Published',
        'With drafts',
        'Dry eye (article)',
        'Red eye (article)',
      ],
      ['Optometrist', 'Low vision, “both” eyes', 'covered', 'items', '1', '2', 'published', 'draft'],
      ['Optometrist', 'Contact lenses', 'gap', 'items', '0', '0', '', ''],
      ['Optometrist', 'All units', '1 of 2 covered', 'points', '1', '2', '1', '1'],
    ])
  })

  test('begins with a byte order mark and ends lines as spreadsheets do', () => {
    const csv = coverageCsv(matrix('Dry eye'))
    expect(csv.startsWith('\uFEFFRegistrant type,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
  })

  test.each(['=HYPERLINK("https://example.org")', '+1', '-1', '@SUM(A1)'])(
    'defuses the title %s',
    (title) => {
      expect(read(coverageCsv(matrix(title)))[0]?.at(-1)).toBe(`'${title} (article)`)
    },
  )

  test('tells items of equal title apart', () => {
    expect(read(coverageCsv(matrix('Dry eye', 'Dry eye')))[0]?.slice(-2)).toEqual([
      'Dry eye (article) item-0',
      'Dry eye (article) item-1',
    ])
  })

  test('of anything is a rectangle that reads back, with different column names', () => {
    fc.assert(
      fc.property(coverageInputs, (input) => {
        const whole = coverageMatrix(input)
        const rows = read(coverageCsv(whole))
        const header = rows[0] ?? []
        expect(rows).toHaveLength(1 + whole.units + whole.groups.length)
        expect(new Set(header).size).toBe(header.length)
        for (const row of rows) expect(row).toHaveLength(6 + whole.items.length)
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
