import { describe, expect, test } from 'vitest'
import { closesAt, opensAt, windowSchema, windowState } from './window.ts'

const pack = { opensOn: '2021-09-01', closesOn: '2021-12-28', timeZone: 'Europe/London' }
const at = (instant: string) => Date.parse(instant)

describe('a window of whole days, both included', () => {
  test.each([
    ['2021-08-31T22:59:59.999Z', 'before'],
    ['2021-08-31T23:00:00.000Z', 'open'], // British Summer Time: London is an hour ahead.
    ['2021-12-28T23:59:59.999Z', 'open'],
    ['2021-12-29T00:00:00.000Z', 'after'],
  ])('%s is %s', (instant, state) => expect(windowState(pack, at(instant))).toBe(state))

  test('a day on which the clocks change has 23 or 25 hours', () => {
    const day = (date: string) => ({ opensOn: date, closesOn: date, timeZone: 'Europe/London' })
    const hours = (date: string) => (closesAt(day(date)) - opensAt(day(date))) / 3_600_000
    expect([hours('2021-03-28'), hours('2021-10-31'), hours('2021-12-28')]).toEqual([23, 25, 24])
  })

  test.each([
    ['a day that does not exist', { ...pack, closesOn: '2021-02-30' }],
    ['a time zone that does not exist', { ...pack, timeZone: 'Europe/Londinium' }],
    ['closing before opening', { ...pack, closesOn: '2021-08-31' }],
    ['an instant for a date', { ...pack, opensOn: '2021-09-01T00:00:00Z' }],
  ])('%s is refused', (_, window) => expect(windowSchema.safeParse(window).success).toBe(false))
})
