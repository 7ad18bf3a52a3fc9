import { expect, test } from 'vitest'
import type { BodyPart } from '../content/index.ts'
import { outline } from './outline.ts'

const heading = (key: string, text: string, style: 'h2' | 'h3' = 'h2'): BodyPart => ({
  _type: 'block',
  _key: key,
  style,
  listItem: null,
  markDefs: [],
  children: text === '' ? [] : [{ _type: 'span', _key: 's', text, marks: [] }],
})

test('IDs are made of the words, and twins are told apart', () => {
  expect(outline([heading('a', 'Éclair & flash'), heading('b', 'Éclair, flash!', 'h3')])).toEqual([
    { key: 'a', id: 'eclair-flash', text: 'Éclair & flash', level: 2 },
    { key: 'b', id: 'eclair-flash-2', text: 'Éclair, flash!', level: 3 },
  ])
})

test('the page’s own IDs are not taken', () => {
  expect(outline([heading('a', 'References'), heading('b', 'Main')]).map((each) => each.id)).toEqual([
    'references-2',
    'main-2',
  ])
})

test('a heading without words, or of signs alone', () => {
  expect(outline([heading('a', ''), heading('b', '→ ?')])).toEqual([
    { key: 'b', id: 'section', text: '→ ?', level: 2 },
  ])
})

test('only headings', () => {
  const item: BodyPart = { ...heading('a', 'In a list'), listItem: 'bullet' } as BodyPart
  expect(outline([item, { _type: 'pearl', _key: 'p', title: 'Pearl', text: 'x' }])).toEqual([])
})
