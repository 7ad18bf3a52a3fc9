import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awards, elsewheres, sampleFacts, typeCodes } from '../test-support/pack-facts.ts'
import type { Elsewhere } from './elsewhere.ts'
import {
  audienceOfAward,
  type CountedAward,
  itemPointsMissing,
  missingUnits,
  progressOf,
  shownTypes,
  type Tally,
} from './progress.ts'

const nothing: Elsewhere = { registrantTypes: [], points: [], units: [], year: 2021 }
const award = (units: readonly string[], changes: Partial<CountedAward> = {}): CountedAward => ({
  exam: 'exam-any',
  points: 1,
  pointType: 'non-interactive',
  competencies: sampleFacts.units.filter(({ id }) => units.includes(id)),
  year: 2021,
  ...changes,
})
const of = (types: readonly string[], given: readonly CountedAward[], elsewhere = nothing, year = 2021) =>
  progressOf(sampleFacts, types, given, elsewhere, year)

describe('progress of a member', () => {
  test('tells apart what was done here, elsewhere and not at all', () => {
    const elsewhere: Elsewhere = {
      ...nothing,
      points: [
        {
          registrantType: 'optometrist',
          points: 20.5,
          interactive: 10,
          specialist: 0,
          thisYear: 4,
          peerReviews: 1,
        },
      ],
      units: ['optometrist-1', 'optometrist-2'],
    }
    const [found] = of(['optometrist'], [award(['optometrist-1'])], elsewhere)
    expect(found).toMatchObject({
      points: { needed: 36, here: 1, elsewhere: 20.5, missing: 14.5 },
      interactive: { needed: 18, here: 0, elsewhere: 10, missing: 8 },
      specialist: undefined,
      thisYear: { needed: 6, here: 1, elsewhere: 4, missing: 1, year: 2021, waived: false },
      peerReviews: { needed: 1, here: 0, elsewhere: 1, missing: 0 },
      units: [{ state: 'here' }, { state: 'elsewhere' }, { state: 'missing' }],
    })
    expect(found && itemPointsMissing(found)).toBe(6.5)
  })

  test('a waived year asks for nothing, and what was said of another year is not of this one', () => {
    expect(of(['optometrist'], [], nothing, 2020)[0]?.thisYear).toMatchObject({ waived: true, missing: 0 })
    const said: Elsewhere = {
      ...nothing,
      year: 2020,
      points: [
        {
          registrantType: 'optometrist',
          points: 9,
          interactive: 0,
          specialist: 0,
          thisYear: 9,
          peerReviews: 0,
        },
      ],
    }
    expect(of(['optometrist'], [], said)[0]?.thisYear).toMatchObject({ elsewhere: 0, missing: 6 })
  })

  test('with two types, a general point counts for the total of both and a specialist one for its own alone', () => {
    const general = award(['optometrist-1'])
    const specialist = award(['prescriber-1'], { exam: 'exam-other' })
    const [optometrist, prescriber] = of(['optometrist', 'prescriber'], [general, specialist])
    expect(optometrist?.points?.here).toBe(1)
    expect(prescriber?.points?.here).toBe(2)
    expect(prescriber?.specialist?.here).toBe(1)
  })

  const asPrescriber = (points: number, specialist: number): Elsewhere => ({
    ...nothing,
    points: [
      { registrantType: 'prescriber', points, interactive: 18, specialist, thisYear: 6, peerReviews: 1 },
    ],
  })

  test('more specialist points than needed do not make up for general ones', () => {
    const [one] = of(['prescriber'], [], asPrescriber(54, 20))
    expect(one?.points?.missing).toBe(0)
    expect(one?.general).toEqual({ needed: 36, here: 0, elsewhere: 34, missing: 2 })
    expect(of(['optometrist'], [])[0]?.general).toBeUndefined()
  })

  test('a point that may be accepted as either is a specialist one first, and then a general one', () => {
    const either = award(['optometrist-1', 'prescriber-1'])
    const types = ['optometrist', 'prescriber']
    const general = (said: Elsewhere, given = either) => of(types, [given], said)[1]?.general
    expect(general(asPrescriber(53, 17))).toMatchObject({ here: 0, missing: 0 })
    expect(general(asPrescriber(53, 18))).toMatchObject({ here: 1, missing: 0 })
    expect(general(asPrescriber(53, 18), award(['prescriber-1']))).toMatchObject({ here: 0, missing: 1 })
  })

  test('a point for another registrant type counts for nothing', () => {
    expect(of(['optometrist'], [award(['dispensing-optician-1'])])[0]?.points?.here).toBe(0)
  })

  test('an award is for the types that it was frozen for and for those of its item today', () => {
    const items = [
      { exam: 'exam-any', registrantTypes: ['prescriber'] },
    ] as unknown as typeof sampleFacts.items
    expect([...audienceOfAward(award(['optometrist-1']), items)]).toEqual(['optometrist', 'prescriber'])
    expect([...audienceOfAward(award(['optometrist-1']), [])]).toEqual(['optometrist'])
  })

  test('tallies add up whatever was earned and said, and every unit has one state', () => {
    fc.assert(
      fc.property(
        typeCodes,
        awards,
        elsewheres,
        fc.constantFrom(2019, 2020, 2021),
        (types, given, said, year) => {
          const progress = of(types, given, said, year)
          expect(progress.map(({ type }) => type.code)).toEqual(
            sampleFacts.registrantTypes.map(({ code }) => code).filter((code) => types.includes(code)),
          )
          for (const one of progress) {
            const tallies: (Tally | undefined)[] = [
              one.points,
              one.interactive,
              one.specialist,
              one.general,
              one.peerReviews,
            ]
            for (const tally of tallies) {
              if (tally === undefined) continue
              expect(tally.missing).toBe(Math.max(0, tally.needed - tally.here - tally.elsewhere))
            }
            expect(one.interactive?.here ?? 0).toBeLessThanOrEqual(one.points?.here ?? 0)
            expect(one.specialist?.here ?? 0).toBeLessThanOrEqual(one.points?.here ?? 0)
            expect(one.units).toHaveLength(3)
            for (const { id, state } of one.units) {
              const here = given.some(({ competencies }) => competencies.some((unit) => unit.id === id))
              expect(state).toBe(here ? 'here' : said.units.includes(id) ? 'elsewhere' : 'missing')
            }
          }
          const missing = missingUnits(progress)
          expect(new Set(missing).size).toBe(missing.length)
        },
      ),
    )
  })

  test('another award never makes anything worse', () => {
    fc.assert(
      fc.property(typeCodes, awards, elsewheres, (types, given, said) => {
        const before = of(types, given.slice(1), said)
        const after = of(types, given, said)
        for (const [index, one] of after.entries()) {
          const earlier = before[index]
          expect(one.points?.missing ?? 0).toBeLessThanOrEqual(earlier?.points?.missing ?? 0)
          expect(one.interactive?.missing ?? 0).toBeLessThanOrEqual(earlier?.interactive?.missing ?? 0)
          expect(one.general?.missing ?? 0).toBeLessThanOrEqual(earlier?.general?.missing ?? 0)
        }
        expect(missingUnits(before)).toEqual(expect.arrayContaining(missingUnits(after)))
      }),
    )
  })

  test('all that is missing of a total can be earned without items that are asked for in vain', () => {
    fc.assert(
      fc.property(typeCodes, awards, elsewheres, (types, given, said) => {
        for (const one of of(types, given, said)) {
          const rest = itemPointsMissing(one)
          expect(rest).toBeGreaterThanOrEqual(0)
          expect(rest + (one.interactive?.missing ?? 0)).toBeGreaterThanOrEqual(one.points?.missing ?? 0)
        }
      }),
    )
  })
})

describe('the types that are shown', () => {
  const codes = (known: readonly string[], chosen: readonly string[]) => {
    const { types, by } = shownTypes(sampleFacts, known, chosen)
    return [types.map(({ code }) => code), by]
  }
  test('are the provider’s, else the member’s own choice, else all', () => {
    expect(codes(['prescriber', 'optometrist'], ['dispensing-optician'])).toEqual([
      ['optometrist', 'prescriber'],
      'provider',
    ])
    expect(codes([], ['dispensing-optician'])).toEqual([['dispensing-optician'], 'member'])
    expect(codes(['orthoptist'], [])).toEqual([
      ['optometrist', 'dispensing-optician', 'prescriber'],
      'nobody',
    ])
  })
})
