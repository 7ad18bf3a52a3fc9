import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, daysBetween, endOfDay, hourOf, timeLeft, yearOf, yearsAfter } from './days.ts'

const london = 'Europe/London'
const at = (instant: string) => Date.parse(instant)
const iso = (instant: number) => new Date(instant).toISOString()

describe('days by London’s clock', () => {
  test('begin and end an hour earlier in summer', () => {
    expect(dayOf(at('2021-07-01T23:30:00Z'), london)).toBe('2021-07-02')
    expect(yearOf(at('2021-12-31T23:59:59Z'), london)).toBe(2021)
    expect(iso(endOfDay('2021-07-01', london))).toBe('2021-07-01T23:00:00.000Z')
    expect(iso(endOfDay('2021-12-28', london))).toBe('2021-12-29T00:00:00.000Z')
    expect(iso(hourOf('2021-11-02', 7, 9, london))).toBe('2021-10-26T08:00:00.000Z')
    expect(yearsAfter('2020-02-29', 1)).toBe('2021-02-28')
  })

  const instants = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.getTime())
  test('an instant lies in its day, and in no other', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = dayOf(instant, london)
        expect(instant).toBeLessThan(endOfDay(day, london))
        expect(dayOf(endOfDay(day, london), london) > day).toBe(true)
        expect(daysBetween(day, dayOf(endOfDay(day, london), london))).toBe(1)
      }),
    )
  })
})

test.each([
  ['2021-10-04T12:00:00Z', '12 weeks and 1 day left'],
  ['2021-12-28T18:30:00Z', '5 hours left'],
  ['2021-12-28T23:59:59Z', 'less than a minute left'],
  ['2021-12-29T00:00:00Z', 'over'],
])('at %s: %s', (now, words) => expect(timeLeft('2021-12-28', at(now), london)).toBe(words))
