import { describe, expect, test } from 'vitest'
import { interactiveInWords, requirementRows, unitNotes } from './requirements.ts'
import type { Framework, Requirement } from './types.ts'

const type = (code: string) => ({ _id: code, code, title: code, abbreviation: 'X', order: 1 })
const requirement = (code: string, changes: Partial<Requirement> = {}): Requirement => ({
  _key: code,
  registrantType: type(code),
  points: 36,
  interactivePoints: 18,
  specialistPoints: undefined,
  specialistName: undefined,
  providerLedPoints: undefined,
  yearlyPoints: 6,
  yearsWaived: [2020],
  everyUnit: true,
  pointsPerUnit: undefined,
  peerReviews: 1,
  documents: [],
  partWay: undefined,
  confidence: 'found',
  source: 'Invented.',
  ...changes,
})
const framework = (...requirements: Requirement[]): Framework => ({
  _id: 'f',
  title: 'F',
  version: '1',
  note: 'Invented.',
  requirements,
  competencies: [],
  cycle: {
    _id: 'c',
    title: 'C',
    startsOn: '2019-01-01',
    endsOn: '2021-12-31',
    acceptBy: undefined,
    note: undefined,
    scheme: {
      _id: 's',
      title: 'S',
      abbreviation: 'S',
      regulator: 'R',
      recording: 'provider-uploads',
      unitSingular: 'domain',
      unitPlural: 'domains',
      carryOver: 'None.',
      note: 'Invented.',
    },
  },
})

describe('the table of requirements', () => {
  test('has a row for what is asked of anybody, in the scheme’s words', () => {
    const rows = requirementRows(
      framework(
        requirement('o'),
        requirement('tp', {
          points: 54,
          specialistPoints: 18,
          specialistName: 'therapeutic points',
          yearlyPoints: undefined,
          pointsPerUnit: 1,
          peerReviews: 0,
          confidence: 'inferred',
        }),
      ),
    )
    expect(rows.map(({ aspect, cells }) => [aspect, ...cells])).toEqual([
      ['Points in all', '36', '54, of which 18 therapeutic points'],
      ['Interactive', 'At least 18', 'At least 18'],
      ['In each year', 'At least 6, except in 2020', 'Nothing stated'],
      ['Each domain of the type', 'Must be covered', 'At least one point'],
      ['Peer review', 'At least 1', 'Exempt'],
      ['How sure is this?', 'Found in a source', 'Inferred from sources'],
    ])
  })

  test('says what must be written, and by whom it must be led, where that is asked for', () => {
    const rows = requirementRows(
      framework(requirement('o', { providerLedPoints: 18, documents: ['A plan', 'A reflection'] })),
    )
    expect(rows.map(({ aspect, cells }) => [aspect, ...cells])).toEqual(
      expect.arrayContaining([
        ['Led by a provider', 'At least 18'],
        ['To be written', 'A plan; A reflection'],
      ]),
    )
  })
})

test('the interactive minimum is a sentence, or nothing where there is none', () => {
  const words = (interactivePoints: number | undefined, peerReviews: number) =>
    interactiveInWords(requirement('o', { interactivePoints, peerReviews }))
  expect(words(18, 1)).toBe(
    'at least 18 of 36 points must be interactive, and at least one peer review is needed',
  )
  expect(words(18, 0)).toBe('at least 18 of 36 points must be interactive')
  expect(words(undefined, 2)).toBe('at least two peer reviews are needed')
  expect(words(0, 0)).toBeUndefined()
})

test('a note is told once, with the units that it is about unless these are all', () => {
  const unit = (title: string, note: string | undefined) => ({
    _id: title,
    title,
    note,
    registrantType: type('o'),
  })
  expect(unitNotes([unit('A', 'x'), unit('B', 'x')])).toEqual([{ note: 'x', titles: [] }])
  expect(unitNotes([unit('A', undefined), unit('B', 'x'), unit('C', 'x')])).toEqual([
    { note: 'x', titles: ['B', 'C'] },
  ])
})
