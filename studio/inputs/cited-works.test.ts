import { expect, test } from 'vitest'
import { citedWorks } from './cited-works.ts'

test('numbers references by their position, whatever is still missing in them', () => {
  const references = [{ _key: 'a', citation: ' Sample A. 2019. ' }, { citation: 'no key' }, { _key: 'c' }]
  expect(citedWorks(references)).toEqual([
    { key: 'a', number: 1, citation: 'Sample A. 2019.' },
    { key: 'c', number: 3, citation: 'Reference without citation' },
  ])
})

test.each([undefined, null, 'text', {}])('finds nothing in %j', (value) => {
  expect(citedWorks(value)).toEqual([])
})
