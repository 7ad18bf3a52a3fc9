import { describe, expect, test } from 'vitest'
import { zoneInWords } from '../../core/index.ts'
import { clockTime } from './clock-time.ts'
import { counted, countedInDigits, inWords, listed, sentenceCase } from './counts.ts'
import { dayAt, dayInWords, meetingTime, openSentence } from './dates.ts'
import { languageName } from './language-name.ts'
import { paragraphs } from './paragraphs.ts'

describe('dates', () => {
  test('a day stays that day, wherever the build runs', () => {
    expect(dayInWords('2021-12-28')).toBe('28 December 2021')
    expect(dayInWords('2024-02-29')).toBe('29 February 2024')
  })
  test('the sentence says that the last day is included, and by which clock', () => {
    expect(openSentence({ opensOn: '2021-09-01', closesOn: '2021-12-28', timeZone: 'Europe/London' })).toBe(
      'Open from 1 September 2021 to the end of 28 December 2021 (UK time).',
    )
    expect(zoneInWords('America/New_York')).toBe('New York time')
  })
  test('a meeting is told by the clock of its zone, in summer time and after it', () => {
    const at = (startsAt: string) => meetingTime({ startsAt, minutes: 90, timeZone: 'Europe/London' })
    expect(at('2021-10-30T18:00:00Z')).toBe('Saturday 30 October 2021, 19:00 to 20:30 (UK time)')
    expect(at('2021-10-31T18:00:00Z')).toBe('Sunday 31 October 2021, 18:00 to 19:30 (UK time)')
  })
  test('the day of an instant is the day of that clock', () => {
    expect(dayAt('2021-07-01T23:30:00Z', 'Europe/London')).toBe('2021-07-02')
    expect(dayAt('2021-12-31T23:30:00Z', 'Europe/London')).toBe('2021-12-31')
  })
})

test('languages have their English names', () => {
  expect(['en-GB', 'cy', 'zz'].map(languageName)).toEqual(['British English', 'Welsh', 'zz'])
})

describe('counts', () => {
  test('words up to ten, then digits', () => {
    expect([0, 1, 9, 11, 1.5].map(inWords)).toEqual(['no', 'one', 'nine', '11', '1.5'])
    expect(counted(1, 'point')).toBe('one point')
    expect(counted(31, 'competency', 'competencies')).toBe('31 competencies')
    expect(countedInDigits(1, 'point')).toBe('1 point')
  })
  test('lists and sentences', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c'])
    expect(sentenceCase('nine points')).toBe('Nine points')
  })
})

test('times as a player shows them', () => {
  expect([0, 9.9, 75, 3675].map(clockTime)).toEqual(['0:00', '0:09', '1:15', '1:01:15'])
})

test('paragraphs stand between blank lines', () => {
  expect(paragraphs('One\r\n\r\nTwo\n \n\nThree\n')).toEqual(['One', 'Two', 'Three'])
})
