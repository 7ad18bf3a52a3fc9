import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageInputs } from '../test-support/coverage.ts'
import { coverageMatrix, itemState } from './matrix.ts'
import type { CoverageInput, CoverageItem, ItemVersion } from './model.ts'

const types = [
  { id: 'O', title: 'Optometrist', abbreviation: 'O' },
  { id: 'D', title: 'Dispensing optician', abbreviation: 'D' },
]
const unit = (id: string, type: string) => ({ id, title: `Unit ${id}`, type, framework: 'f' })
const units = [unit('o1', 'O'), unit('o2', 'O'), unit('d1', 'D')]
const version = (audience: string[], covered: string[], points?: number): ItemVersion => ({
  title: 'Item',
  audience: new Set(audience),
  units: new Set(covered),
  points,
})
const item = (id: string, states: Pick<CoverageItem, 'now' | 'next'>): CoverageItem => ({
  id,
  kind: 'article',
  ...states,
})
const same = (each: ItemVersion) => ({ now: each, next: each })
const measure = (...items: CoverageItem[]) => coverageMatrix({ types, units, items })
const rowOf = (matrix: ReturnType<typeof measure>, id: string) =>
  matrix.groups.flatMap((group) => group.rows).find((row) => row.unit.id === id)

describe('a unit', () => {
  test('that nothing covers is a gap', () => {
    expect(rowOf(measure(), 'o1')).toMatchObject({ state: 'gap', now: 0, next: 0 })
  })

  test('that one item covers is a single point of failure', () => {
    const matrix = measure(item('a', same(version(['O'], ['o1']))))
    expect(rowOf(matrix, 'o1')).toMatchObject({ state: 'single', now: 1, next: 1 })
    expect([matrix.units, matrix.gaps, matrix.singles]).toEqual([3, 2, 1])
  })

  test('tells drafts from what is published', () => {
    const matrix = measure(
      item('new', { next: version(['O'], ['o1']) }),
      item('growing', { now: version(['O'], []), next: version(['O'], ['o1']) }),
      item('shrinking', { now: version(['O'], ['o1']), next: version(['O'], []) }),
      item('removed', { now: version(['O'], ['o1']) }),
      item('steady', same(version(['O'], ['o1']))),
    )
    const row = rowOf(matrix, 'o1')
    expect([...(row?.marks ?? [])]).toEqual([
      ['new', 'draft'],
      ['growing', 'draft'],
      ['shrinking', 'leaving'],
      ['removed', 'leaving'],
      ['steady', 'published'],
    ])
    expect(row).toMatchObject({ now: 3, next: 3, state: 'covered' })
  })

  test('is not covered by an item that is not for its registrant type', () => {
    const matrix = measure(item('a', same(version(['D'], ['o1', 'd1']))))
    expect(rowOf(matrix, 'o1')?.marks.get('a')).toBe('outside')
    expect(rowOf(matrix, 'o1')).toMatchObject({ state: 'gap', next: 0 })
    expect(rowOf(matrix, 'd1')).toMatchObject({ state: 'single' })
  })
})

describe('a registrant type', () => {
  test('adds up the points of the items for it, whatever they cover', () => {
    const matrix = measure(
      item('a', same(version(['O', 'D'], ['o1'], 1))),
      item('b', { now: version(['O'], [], 1), next: version(['O'], [], 2) }),
      item('c', { next: version(['D'], ['d1']) }),
    )
    expect(matrix.groups.map(({ type, points, covered }) => [type.id, points, covered])).toEqual([
      ['O', { now: 2, next: 3 }, { now: 1, next: 1 }],
      ['D', { now: 1, next: 1 }, { now: 0, next: 1 }],
    ])
  })

  test('without units in this framework has no group', () => {
    const matrix = coverageMatrix({ types, units: [unit('d1', 'D')], items: [] })
    expect(matrix.groups.map(({ type }) => type.id)).toEqual(['D'])
  })
})

test.each([
  ['draft', { next: version([], []) }],
  ['leaving', { now: version([], []) }],
  ['published', { now: version(['O'], ['o1'], 1), next: version(['O'], ['o1'], 1) }],
  ['changed', { now: version(['O'], ['o1'], 1), next: version(['O'], ['o1'], 2) }],
  ['changed', { now: version(['O'], ['o1'], 1), next: version(['D'], ['o1'], 1) }],
] as const)('an item is %s', (state, states) => {
  expect(itemState(item('a', states))).toBe(state)
})

describe('of any framework and items', () => {
  /** The definition, written without regard to speed. */
  const covering = ({ items }: CoverageInput, id: string, type: string, when: 'now' | 'next') =>
    items.filter((each) => each[when]?.units.has(id) && each[when]?.audience.has(type)).map((each) => each.id)

  test('each unit of a listed type has one row, in order, with exactly the items that cover it', () => {
    fc.assert(
      fc.property(coverageInputs, (input) => {
        const matrix = coverageMatrix(input)
        for (const type of input.types) {
          const rows = matrix.groups.find((group) => group.type.id === type.id)?.rows ?? []
          expect(rows.map((row) => row.unit.id)).toEqual(
            input.units.filter((each) => each.type === type.id).map((each) => each.id),
          )
          for (const {
            unit: { id },
            marks,
            now,
            next,
          } of rows) {
            const today = covering(input, id, type.id, 'now')
            const then = covering(input, id, type.id, 'next')
            expect([now, next]).toEqual([today.length, then.length])
            for (const each of input.items) {
              const [before, after] = [today.includes(each.id), then.includes(each.id)]
              const mark = marks.get(each.id)
              if (before && after) expect(mark).toBe('published')
              else if (after) expect(mark).toBe('draft')
              else if (before) expect(mark).toBe('leaving')
              else expect([undefined, 'outside']).toContain(mark)
            }
          }
        }
      }),
    )
  })

  test('gaps, single points and covered units are all units', () => {
    fc.assert(
      fc.property(coverageInputs, (input) => {
        const matrix = coverageMatrix(input)
        const covered = matrix.groups.reduce((sum, group) => sum + group.covered.next, 0)
        expect(covered + matrix.gaps).toBe(matrix.units)
        expect(matrix.singles).toBeLessThanOrEqual(covered)
      }),
    )
  })

  test('publishing every draft makes today what the matrix foretold', () => {
    fc.assert(
      fc.property(coverageInputs, (input) => {
        const published = {
          ...input,
          items: input.items.flatMap(({ id, kind, next }) => (next ? [{ id, kind, now: next, next }] : [])),
        }
        const [before, after] = [coverageMatrix(input), coverageMatrix(published)]
        expect(after.groups.map(({ rows }) => rows.map(({ now }) => now))).toEqual(
          before.groups.map(({ rows }) => rows.map(({ next }) => next)),
        )
        expect(after.groups.map(({ points }) => points.now)).toEqual(
          before.groups.map(({ points }) => points.next),
        )
        expect([after.gaps, after.singles]).toEqual([before.gaps, before.singles])
      }),
    )
  })

  test('a matrix that is made from an earlier one is the same as one that is made anew', () => {
    fc.assert(
      fc.property(coverageInputs, coverageInputs, (one, other) => {
        // The same units, as when an item is edited; other items.
        const edited = { ...one, items: other.items }
        const again = coverageMatrix(edited, coverageMatrix(one))
        expect(again).toEqual(coverageMatrix(edited))
        const unchanged = coverageMatrix({ ...edited }, again)
        expect(unchanged.groups.flatMap(({ rows }) => rows)).toEqual(again.groups.flatMap(({ rows }) => rows))
        for (const [index, group] of unchanged.groups.entries())
          for (const [position, row] of group.rows.entries())
            expect(row).toBe(again.groups[index]?.rows[position])
      }),
    )
  })

  test('the order of the items changes nothing but the order', () => {
    fc.assert(
      fc.property(coverageInputs, (input) => {
        const { items: _, ...one } = coverageMatrix(input)
        const { items: __, ...other } = coverageMatrix({ ...input, items: input.items.toReversed() })
        expect(other).toEqual(one)
      }),
    )
  })
})
