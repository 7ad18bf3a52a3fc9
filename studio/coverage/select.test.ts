import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageMatrix } from '../../core/coverage/matrix.ts'
import { coverageInputs } from '../../core/test-support/coverage.ts'
import { selectCoverage } from './select.ts'

const unit = (id: string, title: string, type: string) => ({ id, title, type, framework: 'f' })
const item = (id: string, title: string, units: string[]) => {
  const version = { title, audience: new Set(['O', 'D']), units: new Set(units), points: 1 }
  return { id, kind: 'article' as const, now: version, next: version }
}
const matrix = coverageMatrix({
  types: [
    { id: 'O', title: 'Optometrist', abbreviation: 'O' },
    { id: 'D', title: 'Dispensing optician', abbreviation: 'D' },
  ],
  units: [unit('o1', 'Low vision', 'O'), unit('o2', 'Contact lenses', 'O'), unit('d1', 'Low vision', 'D')],
  items: [
    item('aids', 'Magnifiers', ['o1', 'd1']),
    item('lenses', 'Aftercare', ['o1']),
    item('none', 'Rest', []),
  ],
})

const shown = (filter: 'all' | 'gap' | 'single', search = '') => {
  const { groups, items, units } = selectCoverage(matrix, { filter, search })
  const rows = groups.flatMap((group) => group.rows.map((row) => row.unit.id))
  expect(units).toBe(rows.length)
  return [rows, items.map(({ id }) => id)]
}

describe('of a matrix are shown', () => {
  test('all units and items', () => {
    expect(shown('all')).toEqual([
      ['o1', 'o2', 'd1'],
      ['aids', 'lenses', 'none'],
    ])
  })

  test('gaps with every item, because each could close them', () => {
    expect(shown('gap')).toEqual([['o2'], ['aids', 'lenses', 'none']])
  })

  test('units of one item only, with those items', () => {
    expect(shown('single')).toEqual([['d1'], ['aids']])
  })

  test('units that are found, with all items that cover them', () => {
    expect(shown('all', ' LOW vision ')).toEqual([
      ['o1', 'd1'],
      ['aids', 'lenses'],
    ])
  })

  test('items that are found, with all units that they cover', () => {
    expect(shown('all', 'aftercare')).toEqual([['o1'], ['aids', 'lenses']])
    expect(shown('all', 'rest')).toEqual([[], ['none']])
  })

  test('units of a registrant type', () => {
    expect(shown('all', 'dispensing')).toEqual([['d1'], ['aids']])
  })

  test('nothing when nothing is found', () => {
    expect(shown('all', 'nothing')).toEqual([[], []])
  })

  test('never a unit without an item that covers it', () => {
    fc.assert(
      fc.property(
        coverageInputs,
        fc.constantFrom('all' as const, 'gap' as const, 'single' as const),
        fc.constantFrom('', 'u1', 'type d', 'a', 'x'),
        (input, filter, search) => {
          const selection = selectCoverage(coverageMatrix(input), { filter, search })
          const items = new Set(selection.items.map(({ id }) => id))
          for (const row of selection.groups.flatMap((group) => group.rows))
            for (const id of row.marks.keys()) expect(items).toContain(id)
        },
      ),
    )
  })
})
