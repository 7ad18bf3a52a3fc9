import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDay, readGoalForm } from './goal-form.ts'

const today = '2021-10-04'
const units = [{ id: 'unit-1' }]
const read = (fields: Record<string, string>, before?: string) => {
  const found = readGoalForm(new URLSearchParams(fields), units, today, before)
  return 'goal' in found ? found.goal : found.faults.map(({ field, message }) => `${field}: ${message}`)
}

describe('days as people write them', () => {
  test.each([
    ['2021-12-01', '2021-12-01'],
    ['2021-1-2', '2021-01-02'],
    [' 1/12/2021 ', '2021-12-01'],
    ['01.12.2021', '2021-12-01'],
    ['1 December 2021', '2021-12-01'],
    ['1st Dec 2021', '2021-12-01'],
    ['29/2/2024', '2024-02-29'],
    ['29/2/2021', undefined],
    ['12/31/2021', undefined],
    ['tomorrow', undefined],
    ['1 Foo 2021', undefined],
    ['1/12/21', undefined],
    ['', undefined],
  ])('“%s” is %s', (text, day) => expect(readDay(text)).toBe(day))

  test('every way of writing a day leads to the same one, and no text breaks the reading', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10)
          const [year, month, day] = iso.split('-')
          const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
          expect([iso, `${day}/${month}/${year}`, long].map(readDay)).toEqual([iso, iso, iso])
        },
      ),
    )
    fc.assert(fc.property(fc.string(), (text) => void readDay(text)))
  })
})

describe('a goal', () => {
  test('has a text, and perhaps more', () => {
    expect(read({ text: '  Learn  gonioscopy ' })).toEqual({
      text: 'Learn gonioscopy',
      unit: undefined,
      targetOn: undefined,
    })
    expect(read({ text: 'x', unit: 'unit-1', target: today })).toEqual({
      text: 'x',
      unit: 'unit-1',
      targetOn: today,
    })
  })
  test('is refused with all that is wrong at once', () => {
    expect(read({ text: ' ', unit: 'unit-9', target: '31/11/2021' })).toEqual([
      'text: Enter what you want to achieve',
      'unit: Choose what your goal is about from the list',
      'target: Enter a real date, such as 1 December 2021',
    ])
    expect(read({ text: 'x'.repeat(501) })).toEqual(['text: Shorten your goal to 500 characters; it has 501'])
  })
  test('has its target neither in the past, unless it stays, nor too far ahead', () => {
    expect(read({ text: 'x', target: '2021-10-03' })).toEqual(['target: Enter a date that is today or later'])
    expect(read({ text: 'x', target: '2021-10-03' }, '2021-10-03')).toMatchObject({ targetOn: '2021-10-03' })
    expect(read({ text: 'x', target: '2026-10-04' })).toMatchObject({ targetOn: '2026-10-04' })
    expect(read({ text: 'x', target: '2026-10-05' })).toEqual([
      'target: Enter a date within the next 5 years',
    ])
  })
})
