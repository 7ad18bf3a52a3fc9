import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExamProgress, type ItemState, itemState, itemStates } from './item-state.ts'
import {
  everything,
  fittingItems,
  type ListingFilter,
  listingChoices,
  listingPath,
  readListingFilter,
} from './listing.ts'
import type { PackFacts } from './pack-facts.ts'

const item = (
  id: string,
  format: 'article' | 'video',
  registrantTypes: string[],
  units: string[],
): PackFacts['items'][number] => ({
  id,
  exam: `exam-${id}`,
  path: `/cet/active/${id}/`,
  title: id,
  format,
  reference: 'C-13861',
  points: 1,
  pointType: 'non-interactive',
  minutes: 20,
  registrantTypes,
  units,
})

const facts: PackFacts = {
  title: 'Sample pack',
  window: { opensOn: '2021-09-01', closesOn: '2021-12-28', timeZone: 'Europe/London' },
  acceptanceAdvice: '',
  contactEmail: '',
  scheme: {
    title: '',
    abbreviation: '',
    regulator: '',
    recording: 'provider-uploads',
    unitSingular: 'competency',
    unitPlural: 'competencies',
  },
  cycle: { id: 'cycle', title: '', startsOn: '2019-01-01', endsOn: '2021-12-31' },
  registrantTypes: ['optometrist', 'dispensing-optician', 'contact-lens-optician'].map((code) => ({
    code,
    title: code,
    abbreviation: code.slice(0, 1),
  })),
  units: ['disease', 'lenses', 'frames', 'untaught'].map((id) => ({
    id,
    title: id,
    registrantType: 'optometrist',
  })),
  requirements: [],
  items: [
    item('tear-film', 'article', ['optometrist', 'dispensing-optician'], ['disease', 'lenses']),
    item('children', 'article', ['dispensing-optician'], ['frames']),
    item('aftercare', 'video', ['optometrist', 'contact-lens-optician'], ['lenses']),
  ],
  opportunities: [],
}
const states = new Map<string, ItemState>([
  ['tear-film', 'passed'],
  ['children', 'not-for-you'],
  ['aftercare', 'not-started'],
])
const ids = (filter: Partial<ListingFilter>) =>
  fittingItems(facts.items, { ...everything, ...filter }, states).map(({ id }) => id)

describe('which items stay', () => {
  test.for<[string, Partial<ListingFilter>, string[]]>([
    ['all', {}, ['tear-film', 'children', 'aftercare']],
    ['one type', { types: ['dispensing-optician'] }, ['tear-film', 'children']],
    [
      'any of two types',
      { types: ['dispensing-optician', 'contact-lens-optician'] },
      ['tear-film', 'children', 'aftercare'],
    ],
    ['a unit', { unit: 'lenses' }, ['tear-film', 'aftercare']],
    ['a format', { format: 'video' }, ['aftercare']],
    ['a state', { state: 'passed' }, ['tear-film']],
    [
      'all together',
      { types: ['optometrist'], unit: 'lenses', format: 'video', state: 'not-started' },
      ['aftercare'],
    ],
    ['what nothing fits', { unit: 'frames', format: 'video' }, []],
  ])('%s', ([, filter, expected]) => {
    expect(ids(filter)).toEqual(expected)
  })
})

describe('the address', () => {
  const read = (query: string, known: typeof states | undefined = states) =>
    readListingFilter(new URLSearchParams(query), facts, known)

  test('a value that is not known is ignored and told; the rest counts', () => {
    expect(read('type=surgeon&format=video&unit=&other=1&state=lost')).toEqual({
      filter: { ...everything, format: 'video' },
      ignored: ['surgeon', 'lost'],
    })
  })

  test('a stranger has no states', () => {
    const { filter, ignored } = readListingFilter(new URLSearchParams('state=passed'), facts, undefined)
    expect(filter).toEqual(everything)
    expect(ignored).toEqual(['passed'])
  })

  test('names of what every object has are values like others', () => {
    expect(read('type=__proto__&unit=constructor&format=toString').ignored).toHaveLength(3)
  })

  test('written and read again, a filter is the same', () => {
    const option = <T>(...values: T[]) => fc.constantFrom(undefined, ...values)
    fc.assert(
      fc.property(
        fc.subarray(facts.registrantTypes.map(({ code }) => code)),
        option(...facts.units.map(({ id }) => id)),
        option('article' as const, 'video' as const),
        option(...itemStates),
        (types, unit, format, state) => {
          const filter = { types, unit, format, state }
          const { search } = new URL(listingPath(filter), 'https://site.example')
          expect(read(search)).toEqual({ filter, ignored: [] })
        },
      ),
    )
  })
})

describe('what the list can be narrowed to', () => {
  test('each choice counts what its address shows', () => {
    const filter = { ...everything, types: ['optometrist'], unit: 'lenses' }
    for (const choice of listingChoices(facts, filter, states)) {
      const shown = choice.current ? filter : choice.next
      expect(choice.count, choice.value).toBe(fittingItems(facts.items, shown, states).length)
    }
  })

  test('a current choice leads to the list without it', () => {
    const current = listingChoices(facts, { ...everything, format: 'video' }, states).filter(
      (each) => each.current,
    )
    expect(current).toMatchObject([{ part: 'format', value: 'video', next: everything }])
  })

  test('a unit that no item teaches is not offered, nor a state to a stranger', () => {
    const offered = listingChoices(facts, everything, undefined)
    expect(offered.map(({ value }) => value)).not.toContain('untaught')
    expect(offered.map(({ part }) => part)).not.toContain('state')
  })
})

describe('where a member stands', () => {
  const [tearFilm] = facts.items
  const progress = (attempts: number, passedAt?: number): ExamProgress => ({
    attempts,
    maxAttempts: 2,
    passedAt,
  })
  test.for<[string, ExamProgress | undefined, string[], ItemState]>([
    ['not released', undefined, ['optometrist'], 'not-started'],
    ['nothing sent', progress(0), ['optometrist'], 'not-started'],
    ['one sent', progress(1), ['optometrist'], 'attempted'],
    ['all sent', progress(2), ['optometrist'], 'no-attempts-left'],
    ['passed with the last', progress(2, 1), ['optometrist'], 'passed'],
    ['of another type', progress(0), ['contact-lens-optician'], 'not-for-you'],
    ['passed, and of another type since', progress(1, 1), ['contact-lens-optician'], 'passed'],
    ['of no known type', progress(0), [], 'not-started'],
  ])('%s', ([, of, types, expected]) => {
    if (tearFilm === undefined) throw new Error('no item')
    expect(itemState(tearFilm, facts, of, types)).toBe(expected)
  })
})
