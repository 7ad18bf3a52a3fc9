import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Inverse } from './inverse.ts'

const size = 4
const column = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: size, maxLength: size })

test('stays the inverse of the matrix whose columns are exchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: size - 1 }), column), { maxLength: 12 }), (exchanges) => {
      const inverse = Inverse.ofUnits(size)
      const matrix = Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (__, at) => Number(row === at)),
      )
      const cell = (row: number, at: number) => inverse.cells[row * size + at] ?? 0
      const times = (row: number, numbers: readonly number[]) =>
        numbers.reduce((sum, number, at) => sum + cell(row, at) * number, 0)
      for (const [at, numbers] of exchanges) {
        const image = Float64Array.from({ length: size }, (_, row) => times(row, numbers))
        if (Math.abs(image[at] ?? 0) < 0.1) continue
        inverse.exchange(at, image)
        for (const [row, cells] of matrix.entries()) cells[at] = numbers[row] ?? 0
      }
      for (let row = 0; row < size; row++) {
        for (let at = 0; at < size; at++)
          expect(
            times(
              row,
              matrix.map((cells) => cells[at] ?? 0),
            ),
          ).toBeCloseTo(Number(row === at))
        const squares = Array.from({ length: size }, (_, at) => cell(row, at) ** 2)
        expect(inverse.squares[row]).toBeCloseTo(squares.reduce((sum, square) => sum + square))
      }
    }),
  )
})
