import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elsewheres, sampleFacts } from '../test-support/pack-facts.ts'
import type { Elsewhere } from './elsewhere.ts'
import { elsewhereAspects, elsewhereField, readElsewhereForm } from './elsewhere-form.ts'

const nothing: Elsewhere = { registrantTypes: [], points: [], units: [], year: 2021 }
const types = sampleFacts.registrantTypes.slice(0, 1)
const read = (fields: Record<string, string>, before = nothing) =>
  readElsewhereForm(new URLSearchParams(fields), sampleFacts, types, before, 2021)
const faultsOf = (fields: Record<string, string>) => {
  const found = read(fields)
  return 'faults' in found ? found.faults.map(({ field, message }) => `${field} – ${message}`) : []
}

describe('numbers of the form', () => {
  test.each([
    ['18', 18],
    [' 18.5 ', 18.5],
    ['18,5', 18.5],
    ['18½', 18.5],
    ['½', 0.5],
    ['.5', 0.5],
    [',5', 0.5],
    ['', 0],
    ['999', 999],
    ['007', 7],
  ])('“%s” is %d', (text, points) => {
    const found = read({ 'points.optometrist': text })
    expect('entry' in found && found.entry.points[0]?.points).toBe(points)
  })

  test.each([
    ['-1', 'enter a number, such as 18 or 18.5'],
    ['twelve', 'enter a number, such as 18 or 18.5'],
    ['1e2', 'enter a number, such as 18 or 18.5'],
    ['0x10', 'enter a number, such as 18 or 18.5'],
    ['1000', 'enter 999 or less'],
    ['1,000', 'enter a number, such as 18 or 18.5'],
    ['18.25', 'enter whole or half points, such as 18 or 18.5'],
  ])('“%s” is not', (text, message) => {
    expect(faultsOf({ 'points.optometrist': text })).toEqual([
      `points.optometrist – Points in all: ${message}`,
    ])
  })

  test('parts are not more than all, and reviews are whole', () => {
    expect(
      faultsOf({
        'points.optometrist': '10',
        'interactive.optometrist': '10.5',
        'thisYear.optometrist': '11',
        'peerReviews.optometrist': '1.5',
      }),
    ).toEqual([
      'interactive.optometrist – Interactive points: enter 10 or less, because that is what you entered for all points',
      'thisYear.optometrist – Points in 2021: enter 10 or less, because that is what you entered for all points',
      'peerReviews.optometrist – Peer reviews: enter a whole number, such as 1',
    ])
  })

  test('faults come in the order of the form, type by type, whatever is wrong', () => {
    const found = readElsewhereForm(
      new URLSearchParams({
        'points.optometrist': '20,5',
        'interactive.optometrist': '30',
        'thisYear.optometrist': 'abc',
        'points.dispensing-optician': 'x',
        'interactive.dispensing-optician': '30',
      }),
      sampleFacts,
      sampleFacts.registrantTypes.slice(0, 2),
      nothing,
      2021,
    )
    expect('faults' in found && found.faults.map(({ field }) => field)).toEqual([
      'interactive.optometrist',
      'thisYear.optometrist',
      'points.dispensing-optician',
    ])
  })
})

test('an entry that was written into the form is read back as it was', () => {
  fc.assert(
    fc.property(elsewheres, (said) => {
      const all = sampleFacts.registrantTypes
      const fields = new URLSearchParams()
      for (const each of said.points) {
        for (const { aspect } of elsewhereAspects(said.year)) {
          fields.set(elsewhereField(aspect, each.registrantType), String(each[aspect]))
        }
      }
      for (const unit of said.units) fields.append('unit', unit)
      const found = readElsewhereForm(fields, sampleFacts, all, nothing, said.year)
      if ('faults' in found) throw new Error(JSON.stringify(found.faults))
      expect(found.entry.units).toEqual(expect.arrayContaining([...said.units]))
      expect(found.entry.units).toHaveLength(said.units.length)
      for (const each of said.points) expect(found.entry.points).toContainEqual(each)
      expect(found.entry.points).toHaveLength(all.length)
    }),
  )
})

test('points in a year are those of the year that the form asked for', () => {
  const sent = { 'points.optometrist': '9', 'thisYear.optometrist': '6' }
  const thisYear = (fields: Record<string, string>) => {
    const found = read(fields)
    return 'entry' in found && found.entry.points[0]?.thisYear
  }
  expect(thisYear({ ...sent, year: '2021' })).toBe(6)
  expect(thisYear({ ...sent, year: '2020' })).toBe(0)
  const [other] = elsewhereOf('prescriber')
  const lastYear: Elsewhere = { ...nothing, year: 2020, points: [{ ...other, thisYear: 2 }] }
  const found = read(sent, lastYear)
  expect('entry' in found && found.entry.points[1]).toEqual({ ...other, thisYear: 0 })
})

test('what was said of a type that the form does not ask about stays', () => {
  const [other] = elsewhereOf('prescriber')
  const found = read(
    { unit: 'optometrist-2' },
    { ...nothing, points: [other], units: ['prescriber-1', 'optometrist-1'] },
  )
  expect('entry' in found && found.entry).toMatchObject({
    points: [{ registrantType: 'optometrist' }, other],
    units: ['optometrist-2', 'prescriber-1'],
  })
})

function elsewhereOf(registrantType: string) {
  return [{ registrantType, points: 3, interactive: 1, specialist: 1, thisYear: 0, peerReviews: 0 }] as const
}

test('whatever is sent, it is read or refused with a message, and what is read obeys the rules', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(
          ...elsewhereAspects(2021).map(({ aspect }) => `${aspect}.optometrist`),
          'unit',
          'other',
        ),
        fc.oneof(
          fc.string(),
          fc.integer({ min: -5, max: 2000 }).map((n) => String(n / 4)),
        ),
      ),
      (fields) => {
        const found = read(fields)
        if ('faults' in found) {
          for (const { message } of found.faults) expect(message).toMatch(/: enter /)
          return
        }
        const [said] = found.entry.points
        for (const part of [said?.interactive, said?.specialist, said?.thisYear]) {
          expect(part).toBeLessThanOrEqual(said?.points ?? -1)
        }
        expect(Number.isInteger((said?.points ?? 0.1) * 2)).toBe(true)
      },
    ),
  )
})
