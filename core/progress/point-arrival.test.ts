import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, daysBetween } from './days.ts'
import { lastDayInTime, type PointArrival, pointArrival, workingDaysAfter } from './point-arrival.ts'

const london = 'Europe/London'

test.for([
  ['a Monday', '2021-10-04', '2021-10-18'],
  ['a Friday', '2021-10-08', '2021-10-22'],
  ['a Saturday', '2021-10-09', '2021-10-22'],
  ['a Sunday', '2021-10-10', '2021-10-22'],
  ['before Christmas, whose bank holidays are not known', '2021-12-20', '2022-01-03'],
] as const)('ten working days after %s', ([, day, expected]) => {
  expect(workingDaysAfter(day, 10)).toBe(expected)
})

test.for<[string, string, string, string | undefined, PointArrival['state']]>([
  ['at once', '2021-10-04T12:00:00Z', '2021-10-04T12:00:00Z', '2021-12-31', 'expected'],
  [
    'in the last second of the tenth day',
    '2021-10-04T12:00:00Z',
    '2021-10-18T22:59:59Z',
    '2021-12-31',
    'expected',
  ],
  [
    'after it, by London’s summer time',
    '2021-10-04T12:00:00Z',
    '2021-10-18T23:00:00Z',
    '2021-12-31',
    'overdue',
  ],
  [
    'passed after midnight of London',
    '2021-10-03T23:30:00Z',
    '2021-10-18T12:00:00Z',
    '2021-12-31',
    'expected',
  ],
  ['twelve weeks later', '2021-10-04T12:00:00Z', '2021-12-29T12:00:00Z', '2021-12-31', 'overdue'],
  [
    'in time even with three bank holidays',
    '2021-12-13T12:00:00Z',
    '2021-12-13T12:00:00Z',
    '2021-12-31',
    'expected',
  ],
  [
    'the tenth day is the day before the last, but 27 and 28 December were bank holidays',
    '2021-12-16T12:00:00Z',
    '2021-12-16T12:00:00Z',
    '2021-12-31',
    'tight',
  ],
  [
    'the tenth day is the last day for accepting',
    '2021-12-17T12:00:00Z',
    '2021-12-17T12:00:00Z',
    '2021-12-31',
    'tight',
  ],
  ['the tenth day comes after it', '2021-12-28T12:00:00Z', '2021-12-29T12:00:00Z', '2021-12-31', 'tight'],
  [
    'the last day for accepting is over',
    '2021-12-28T12:00:00Z',
    '2022-01-01T00:00:00Z',
    '2021-12-31',
    'too-late',
  ],
  ['there is no last day', '2021-12-28T12:00:00Z', '2022-01-01T00:00:00Z', undefined, 'expected'],
])('%s', ([, awarded, now, acceptBy, state]) => {
  expect(pointArrival(Date.parse(awarded), Date.parse(now), london, acceptBy).state).toBe(state)
})

const instants = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.getTime())

test('ten working days end on one, twelve to fourteen days later', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const day = dayOf(instant, london)
      const later = workingDaysAfter(day, 10)
      expect([0, 6]).not.toContain(new Date(later).getUTCDay())
      expect(daysBetween(day, later)).toBeGreaterThanOrEqual(12)
      expect(daysBetween(day, later)).toBeLessThanOrEqual(14)
    }),
  )
})

test('a point only ever ages', () => {
  const order: readonly PointArrival['state'][] = ['expected', 'tight', 'overdue', 'too-late']
  const span = fc.integer({ min: 0, max: 60 * 86_400_000 })
  fc.assert(
    fc.property(instants, span, span, fc.option(span, { nil: undefined }), (awarded, one, other, until) => {
      const acceptBy = until === undefined ? undefined : dayOf(awarded + until, london)
      const at = (after: number) =>
        order.indexOf(pointArrival(awarded, awarded + after, london, acceptBy).state)
      expect(at(Math.min(one, other))).toBeLessThanOrEqual(at(Math.max(one, other)))
    }),
  )
})

test('points that are earned up to the last day in time are expected, and later ones short of time', () => {
  expect(lastDayInTime('2021-12-31')).toBe('2021-12-13')
  const day = fc.date({ min: new Date('2021-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (date) => {
      const acceptBy = date.toISOString().slice(0, 10)
      const last = lastDayInTime(acceptBy)
      const noon = Date.parse(`${last}T12:00:00Z`)
      const stateOf = (earned: number) => pointArrival(earned, earned, london, acceptBy).state
      expect(stateOf(noon)).toBe('expected')
      expect(stateOf(noon + 86_400_000)).toBe('tight')
    }),
  )
})
