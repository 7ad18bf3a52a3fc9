import { expect, test } from 'vitest'
import { pairDocuments } from '../../core/content/documents.ts'
import { frameworkChoices, packChoices, validChoice } from './choices.ts'

const pairs = pairDocuments([
  { _id: 'pack-old', _type: 'pack', title: 'Old', opensOn: '2020-09-01' },
  { _id: 'pack-new', _type: 'pack', title: 'New', opensOn: '2021-09-01' },
  { _id: 'drafts.pack-new', _type: 'pack', title: 'New, renamed', opensOn: '2021-09-01' },
  { _id: 'drafts.pack-b', _type: 'pack' },
  { _id: 'drafts.pack-a', _type: 'pack', title: ' ' },
  { _id: 'cet', _type: 'framework', title: 'CET', cycle: { _ref: 'cycle-2019' } },
  { _id: 'cpd', _type: 'framework', title: 'CPD', cycle: { _ref: 'cycle-2022' } },
  { _id: 'cycle-2019', _type: 'cycle', startsOn: '2019-01-01' },
  { _id: 'cycle-2022', _type: 'cycle', startsOn: '2022-01-01' },
])

test('packs are offered with the newest first, drafts over published, whatever is missing', () => {
  expect(packChoices(pairs)).toEqual([
    { id: 'pack-new', title: 'New, renamed' },
    { id: 'pack-old', title: 'Old' },
    { id: 'pack-a', title: 'Untitled pack' },
    { id: 'pack-b', title: 'Untitled pack' },
  ])
  expect(frameworkChoices(pairs)).toEqual([
    { id: 'cpd', title: 'CPD' },
    { id: 'cet', title: 'CET' },
  ])
})

test('a choice holds as long as it exists', () => {
  const packs = packChoices(pairs)
  expect(validChoice('pack-old', packs)).toBe('pack-old')
  expect(validChoice('gone', packs)).toBe('pack-new')
  expect(validChoice(undefined, [])).toBeUndefined()
})
