import { expect, test } from 'vitest'
import { cycleYear, isCycleOver } from './cycle.ts'

const cycle = { startsOn: '2019-01-01', endsOn: '2021-12-31' }
const summers = { startsOn: '2019-07-01', endsOn: '2021-06-30' }

test.each([
  [cycle, '2018-12-31T12:00:00Z', 2019, false],
  [cycle, '2020-01-01T00:00:00Z', 2020, false],
  [cycle, '2021-12-31T23:59:59Z', 2021, false],
  [cycle, '2022-01-01T00:00:00Z', 2021, true],
  [cycle, '2022-03-01T12:00:00Z', 2021, true],
  [summers, '2021-06-30T22:59:59Z', 2021, false],
  [summers, '2021-06-30T23:00:00Z', 2021, true],
  [summers, '2022-01-01T00:00:00Z', 2021, true],
])('of %o, %s asks for points in %d; over: %s', (days, now, year, over) => {
  const at = Date.parse(now)
  expect(cycleYear(days, at, 'Europe/London')).toBe(year)
  expect(isCycleOver(days, at, 'Europe/London')).toBe(over)
})

test('the days are those of the time zone', () => {
  const now = Date.parse('2021-12-31T15:00:00Z')
  expect(isCycleOver(cycle, now, 'Asia/Tokyo')).toBe(true)
  expect(isCycleOver(cycle, now, 'Europe/London')).toBe(false)
})
