import { expect, test } from 'vitest'
import { coverOf } from './cover.ts'
import { unfitting } from './fitting.ts'

const item = (id: string, units: readonly string[], points = 1) => ({ id, units, points, minutes: 10 })
const candidates = [
  item('first', ['a', 'b', 'c']),
  item('second', ['d', 'e', 'f']),
  item('third', ['c', 'd', 'e']),
  item('fourth', ['f']),
  item('fifth', ['a', 'b']),
]
const cover = (points: number) => coverOf(['a', 'b', 'c', 'd', 'e', 'f'], [{ points }], candidates)

test('items that close too little for the places that are left do not fit', () => {
  expect(unfitting(cover(0), { taken: [], free: [0, 1, 2, 3, 4], most: 2 })).toEqual([3, 4])
  expect(unfitting(cover(0), { taken: [0], free: [1, 2, 3, 4], most: 2 })).toEqual([2, 3, 4])
  expect(unfitting(cover(0), { taken: [0], free: [1, 2, 3, 4], most: 3 })).toEqual([4])
  expect(unfitting(cover(0), { taken: [0], free: [2, 3, 4], most: 2 })).toBeUndefined()
})

test('items that close nothing fit while points are missing', () => {
  expect(unfitting(cover(1), { taken: [0], free: [1, 2, 3, 4], most: 3 })).toEqual([4])
  expect(unfitting(cover(2), { taken: [0], free: [1, 2, 3, 4], most: 3 })).toEqual([])
})
