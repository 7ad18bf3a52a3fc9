import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closingSentence } from './closing.ts'
import { closesAt, opensAt, type Window } from './window.ts'

const window: Window = { opensOn: '2021-09-01', closesOn: '2021-12-28', timeZone: 'Europe/London' }
const autumn: Window = { ...window, closesOn: '2021-10-31' }
const spring: Window = { opensOn: '2021-03-01', closesOn: '2021-03-28', timeZone: 'Europe/London' }

const left = (of: Window, now: string) => closingSentence(of, Date.parse(now)).split(': ')[1]

describe('the closing sentence', () => {
  test.for([
    ['2021-08-31T22:59:59Z', 'Opens on 1 September 2021, UK time'],
    ['2021-10-04T08:00:00Z', 'Closes at the end of 28 December 2021, UK time: 12 weeks and 1 day left'],
    ['2021-12-28T23:59:59.999Z', 'Closes at the end of 28 December 2021, UK time: less than a minute left'],
    ['2021-12-29T00:00:00Z', 'Closed at the end of 28 December 2021, UK time'],
  ] as const)('at %s: %s', ([now, sentence]) => {
    expect(closingSentence(window, Date.parse(now))).toBe(sentence)
  })

  test.for([
    ['2021-12-21T00:00:00Z', '1 week and 1 day left'],
    ['2021-12-22T00:00:00Z', '1 week left'],
    ['2021-12-22T00:00:00.001Z', '6 days left'],
    ['2021-12-28T00:00:00Z', '1 day left'],
    ['2021-12-28T00:00:01Z', '23 hours left'],
    ['2021-12-28T22:59:59Z', '1 hour left'],
    ['2021-12-28T23:00:01Z', '59 minutes left'],
    ['2021-12-28T23:58:30Z', '1 minute left'],
  ] as const)('in the last days and hours, at %s: %s', ([now, words]) => {
    expect(left(window, now)).toBe(words)
  })

  test('the day on which clocks go back is one day of 25 hours', () => {
    expect(left(autumn, '2021-10-29T23:00:00Z')).toBe('2 days left')
    expect(left(autumn, '2021-10-30T23:00:00Z')).toBe('1 day left')
    expect(left(autumn, '2021-10-30T23:00:01Z')).toBe('24 hours left')
    expect(left(autumn, '2021-10-31T23:30:00Z')).toBe('30 minutes left')
  })

  test('the day on which they go forward is one day of 23 hours', () => {
    expect(left(spring, '2021-03-28T00:00:00Z')).toBe('1 day left')
    expect(left(spring, '2021-03-28T00:00:01Z')).toBe('22 hours left')
    expect(left(spring, '2021-03-28T22:30:00Z')).toBe('30 minutes left')
  })

  test('tells time left from the first to the last millisecond of any window, and never outside it', () => {
    const windows = fc
      .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 }))
      .map(([start, days]) => {
        const day = (offset: number) =>
          new Date(Date.UTC(2021, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10)
        return { opensOn: day(start), closesOn: day(start + days), timeZone: 'Europe/London' }
      })
    fc.assert(
      fc.property(windows, fc.double({ min: 0, max: 1, noNaN: true }), (each, part) => {
        const [from, to] = [opensAt(each), closesAt(each)]
        const within = Math.min(to - 1, Math.floor(from + part * (to - from)))
        expect(closingSentence(each, within)).toMatch(/: (?:\d|less than a minute).* left$/)
        expect(closingSentence(each, to)).toMatch(/^Closed/)
        expect(closingSentence(each, from - 1)).toMatch(/^Opens/)
      }),
    )
  })
})
