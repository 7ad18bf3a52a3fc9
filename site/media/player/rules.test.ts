import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partAt } from './passages.ts'
import { isFinished, placeToKeep, readPlace } from './place.ts'
import { actionOf } from './shortcuts.ts'
import { nextSpeed, readSpeed, speeds } from './speeds.ts'

const held = { ctrlKey: false, altKey: false, metaKey: false }

describe('keys of the player', () => {
  test('each does one thing, in capitals as well', () => {
    expect(actionOf({ key: 'k', ...held })).toEqual({ kind: 'play' })
    expect(actionOf({ key: 'J', ...held })).toEqual({ kind: 'skip', seconds: -10 })
    expect(actionOf({ key: '>', ...held })).toEqual({ kind: 'speed', step: 1 })
  })
  test.each([' ', 'ArrowLeft', 'ArrowUp', 'Tab', 'Enter', 'Escape', 'constructor', 'x'])(
    '%j stays with the browser',
    (key) => expect(actionOf({ key, ...held })).toBeUndefined(),
  )
  test.each(['ctrlKey', 'altKey', 'metaKey'])('with %s every key stays with the browser', (modifier) =>
    expect(actionOf({ key: 'c', ...held, [modifier]: true })).toBeUndefined(),
  )
})

test('speeds go up and down one at a time and stop at the ends', () => {
  expect([0.75, 1, 2].map((speed) => nextSpeed(speed, 1))).toEqual([1, 1.25, 2])
  expect([0.75, 1, 2].map((speed) => nextSpeed(speed, -1))).toEqual([0.75, 0.75, 1.75])
  expect(nextSpeed(3, -1)).toBe(2)
  for (const speed of speeds) expect(readSpeed(String(speed))).toBe(speed)
  for (const other of [null, '', '16', 'fast', '-1']) expect(readSpeed(other)).toBe(1)
})

describe('the place to go on from', () => {
  test('is kept in the middle, and forgotten at the end', () => {
    expect(placeToKeep(252.7, 600)).toBe(252)
    expect(placeToKeep(9, 600)).toBeUndefined()
    expect(placeToKeep(595, 600)).toBeUndefined()
    expect(isFinished(595, 600)).toBe(true)
    expect(placeToKeep(252, Number.NaN)).toBeUndefined()
  })

  test('whatever is stored, it lies within the video and comes back as it was kept', () => {
    const seed = Date.now()
    console.log(`place: seed ${seed}`)
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.nat().map(String), fc.constant(null)),
        fc.double({ min: 1, max: 20_000, noNaN: true }),
        (stored, duration) => {
          const place = readPlace(stored, duration)
          if (place === undefined) return
          expect(place).toBeGreaterThanOrEqual(10)
          expect(place).toBeLessThan(duration)
          expect(String(placeToKeep(place, duration))).toBe(String(Number(stored)))
        },
      ),
      { seed },
    )
  })
})

test('the part that is on is the last that has begun', () => {
  const seed = Date.now()
  console.log(`passages: seed ${seed}`)
  fc.assert(
    fc.property(fc.array(fc.nat(1000)), fc.nat(1000), (numbers, at) => {
      const starts = numbers.sort((a, b) => a - b)
      const part = partAt(starts, at)
      expect(starts.slice(0, part + 1).every((start) => start <= at)).toBe(true)
      expect(starts.slice(part + 1).every((start) => start > at)).toBe(true)
    }),
    { seed },
  )
})
