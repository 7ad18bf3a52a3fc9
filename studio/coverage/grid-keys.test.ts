import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeAfter } from './grid-keys.ts'

const size = { rows: 36, columns: 10 }
const pressed = (key: string, row: number, column: number, ctrl = false) =>
  placeAfter({ key, ctrl }, { row, column }, size)

describe('a key in the grid', () => {
  test.each([
    ['ArrowRight', 3, 0, { row: 3, column: 1 }],
    ['ArrowRight', 3, 9, { row: 3, column: 9 }],
    ['ArrowLeft', 3, 1, { row: 3, column: 0 }],
    ['ArrowUp', 1, 4, { row: 0, column: 4 }],
    ['ArrowDown', 35, 4, { row: 35, column: 4 }],
    ['PageDown', 3, 4, { row: 11, column: 4 }],
    ['PageUp', 3, 4, { row: 1, column: 4 }],
    ['Home', 3, 4, { row: 3, column: 0 }],
    ['Home', 0, 4, { row: 0, column: 1 }],
    ['End', 3, 4, { row: 3, column: 9 }],
  ])('%s from %i, %i', (key, row, column, place) => {
    expect(pressed(key, row, column)).toEqual(place)
  })

  test('leads to the first unit and to the last cell with Ctrl', () => {
    expect(pressed('Home', 20, 5, true)).toEqual({ row: 1, column: 0 })
    expect(pressed('End', 20, 5, true)).toEqual({ row: 35, column: 9 })
  })

  test('does not lead into the empty corner', () => {
    expect(pressed('ArrowUp', 1, 0)).toEqual({ row: 1, column: 0 })
    expect(pressed('ArrowLeft', 0, 1)).toEqual({ row: 0, column: 1 })
  })

  test('that does not move is left to others', () => {
    expect(pressed('Enter', 3, 3)).toBeUndefined()
  })

  test('never leads out of any grid', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'ArrowRight',
          'ArrowLeft',
          'ArrowUp',
          'ArrowDown',
          'PageUp',
          'PageDown',
          'Home',
          'End',
        ),
        fc.boolean(),
        fc.record({ rows: fc.integer({ min: 2, max: 40 }), columns: fc.integer({ min: 1, max: 2001 }) }),
        fc.nat(),
        fc.nat(),
        (key, ctrl, any, row, column) => {
          const from = { row: 1 + (row % (any.rows - 1)), column: column % any.columns }
          const to = placeAfter({ key, ctrl }, from, any)
          expect(to?.row).toBeGreaterThanOrEqual(0)
          expect(to?.row).toBeLessThan(any.rows)
          expect(to?.column).toBeGreaterThanOrEqual(0)
          expect(to?.column).toBeLessThan(any.columns)
          expect(to).not.toEqual({ row: 0, column: 0 })
        },
      ),
    )
  })
})
