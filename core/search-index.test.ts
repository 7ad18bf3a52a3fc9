import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchOptions, searchTokens } from './search-index.ts'

test.for([
  ['Dry-eye: “disease”, 20/20', ['dry', 'eye', 'disease', '20', '20']],
  ['Sjögren’s SJO\u0308GREN', ['sjogren', 's', 'sjogren']],
  ['ﬂuorescein <b>&amp;', ['fluorescein', 'b', 'amp']],
  ['眼 Ωμέγα', ['眼', 'ωμεγα']],
  [' \u0000…—\n', []],
] as const)('the terms of %j', ([text, terms]) => {
  expect(searchOptions.tokenize(text)).toEqual(terms)
})

test('each term stands where its token says, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let last = 0
      for (const { start, end, term } of searchTokens(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(searchOptions.tokenize(text.slice(start, end))).toEqual([term])
        last = end
      }
    }),
  )
})
