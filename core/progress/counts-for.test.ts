import { expect, test } from 'vitest'
import { sampleFacts } from '../test-support/pack-facts.ts'
import { audienceOfItem, countsFor } from './counts-for.ts'
import { audienceOfAward } from './progress.ts'

test.for<[string[], string[], boolean]>([
  [['optometrist', 'prescriber'], ['optometrist'], true],
  [['optometrist', 'prescriber'], ['dispensing-optician', 'prescriber'], true],
  [['prescriber'], ['dispensing-optician', 'contact-lens-optician'], false],
  [['prescriber'], [], true],
  [[], ['optometrist'], false],
])('a point for %o, to a member of %o: %s', ([audience, types, counts]) => {
  expect(countsFor(new Set(audience), types)).toBe(counts)
})

test('an exam is for the same types before it is passed and after, also where a competency is of none of its item’s', () => {
  const item = { registrantTypes: ['dispensing-optician'], units: ['prescriber-1', 'optometrist-2'] }
  const before = audienceOfItem(item, sampleFacts)
  expect(Array.from(before).sort()).toEqual(['dispensing-optician', 'optometrist', 'prescriber'])
  const competencies = sampleFacts.units.filter(({ id }) => item.units.includes(id))
  const items = [{ ...item, exam: 'exam-tagged' }] as unknown as typeof sampleFacts.items
  expect(audienceOfAward({ exam: 'exam-tagged', competencies }, items)).toEqual(before)
  expect(audienceOfItem({ ...item, units: ['unit-of-another-framework'] }, sampleFacts)).toEqual(
    new Set(['dispensing-optician']),
  )
})
