import { expect, test } from 'vitest'
import { countsFor } from './counts-for.ts'

test.for<[string[], string[], boolean]>([
  [['optometrist', 'prescriber'], ['optometrist'], true],
  [['optometrist', 'prescriber'], ['dispensing-optician', 'prescriber'], true],
  [['prescriber'], ['dispensing-optician', 'contact-lens-optician'], false],
  [['prescriber'], [], true],
  [[], ['optometrist'], false],
])('a point for %o, to a member of %o: %s', ([audience, types, counts]) => {
  expect(countsFor(new Set(audience), types)).toBe(counts)
})
