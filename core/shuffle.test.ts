import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffledOrder } from './shuffle.ts'

test('is a permutation, and the same one every time', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 20 }), (seed, length) => {
      const order = shuffledOrder(seed, length)
      expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length }, (_, index) => index))
      expect(shuffledOrder(seed, length)).toEqual(order)
    }),
  )
})

test('stays what it is from release to release: members come back to a page in the same order', () => {
  expect(shuffledOrder('0b6b9a1e-7a51-8c39-9d0e-5f6a7b8c9d0e:q1', 4)).toEqual([3, 1, 0, 2])
  expect(shuffledOrder('0b6b9a1e-7a51-8c39-9d0e-5f6a7b8c9d0e:q2', 4)).toEqual([1, 2, 3, 0])
})

test.each([3, 4])('over many attempts every order of %i is about as likely', (length) => {
  const orders = length === 3 ? 6 : 24
  const seeds = 12_000
  const seen = new Map<string, number>()
  // Seeds that differ in their last digits alone are the hardest.
  for (let index = 0; index < seeds; index += 1) {
    const order = shuffledOrder(`00000000-0000-8000-8000-${String(index).padStart(12, '0')}:q`, length).join()
    seen.set(order, (seen.get(order) ?? 0) + 1)
  }
  const expected = seeds / orders
  const chiSquared = Array.from(seen.values(), (count) => (count - expected) ** 2 / expected).reduce(
    (sum, part) => sum + part,
    0,
  )
  expect(seen.size).toBe(orders)
  // The 99.9th percentile for 5 and for 23 degrees of freedom.
  expect(chiSquared).toBeLessThan(length === 3 ? 20.5 : 49.7)
})
