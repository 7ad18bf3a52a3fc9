import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../content/index.ts'
import { citedPlaces } from './citations.ts'

type Part = Article['body'][number]

const works = ['w1', 'w2', 'w3']
const articleOf = (blocks: readonly (readonly string[])[]): Pick<Article, 'body' | 'references'> => ({
  references: works.map((_key) => ({ _key, citation: _key })),
  body: blocks.map(
    (cited, block): Part => ({
      _type: 'block',
      _key: `b${block}`,
      style: 'normal',
      markDefs: [],
      children: cited.map((work, place) => ({ _type: 'citation', _key: `c${place}`, work })),
    }),
  ),
})

test('places of a work are lettered in the order of the text', () => {
  const places = citedPlaces(articleOf([['w2', 'w1'], ['w2']]))
  expect(places.get('w2')?.map(({ id, letter, block }) => [id, letter, block])).toEqual([
    ['cite-2a', 'a', 'b0'],
    ['cite-2b', 'b', 'b1'],
  ])
  expect(places.get('w1')?.map(({ id }) => id)).toEqual(['cite-1a'])
  expect(places.get('w3')).toEqual([])
})

test('every citation has one place, and every place an ID and a letter of its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.constantFrom(...works), { maxLength: 40 }), { maxLength: 6 }),
      (blocks) => {
        const places = Array.from(citedPlaces(articleOf(blocks)).values())
        const all = places.flat()
        expect(all).toHaveLength(blocks.flat().length)
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
        for (const ofWork of places)
          expect(new Set(ofWork.map(({ letter }) => letter)).size).toBe(ofWork.length)
      },
    ),
  )
})
