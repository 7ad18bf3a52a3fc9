import { expect, test } from 'vitest'
import { chanceOfAtLeast, combinations, isStriking } from './chance.ts'

test('chance adds up the binomial tail', () => {
  expect(chanceOfAtLeast([0.25, 0.25, 0.25, 0.25], 4)).toBeCloseTo(1 / 256)
  expect(chanceOfAtLeast([0.25, 0.25, 0.25, 0.25], 3)).toBeCloseTo(13 / 256)
  expect(chanceOfAtLeast([0.5, 0.25], 1)).toBeCloseTo(1 - 0.5 * 0.75)
  expect(chanceOfAtLeast([0.5], 0)).toBe(1)
  expect(chanceOfAtLeast([], 1)).toBe(0)
})

test('combinations', () => {
  expect([combinations(4, 1), combinations(4, 2), combinations(6, 3), combinations(3, 3)]).toEqual([
    4, 6, 20, 1,
  ])
})

test.each([
  [3, 3, 0.001, false], // too few questions to speak of a habit
  [4, 4, 0.2, true],
  [5, 6, 0.02, true],
  [5, 6, 0.06, false], // might well be chance
  [4, 6, 0.001, false], // not more than two thirds
])('%d of %d with chance %d is striking: %s', (hits, outOf, chance, striking) => {
  expect(isStriking(hits, outOf, chance)).toBe(striking)
})
