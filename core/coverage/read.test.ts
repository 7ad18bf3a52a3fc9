import { describe, expect, test } from 'vitest'
import { type PlainDocument, pairDocuments } from '../content/documents.ts'
import { coverageMatrix, itemState } from './matrix.ts'
import { readCoverage } from './read.ts'

const ref = (id: string) => ({ _type: 'reference', _ref: id })
const refs = (...ids: string[]) => ids.map((id) => ({ ...ref(id), _key: id }))
const framework = [
  { _id: 'f', _type: 'framework' },
  { _id: 'D', _type: 'registrantType', title: 'Dispensing optician', abbreviation: 'D', order: 2 },
  { _id: 'O', _type: 'registrantType', title: 'Optometrist', abbreviation: 'O', order: 1 },
  { _id: 'o2', _type: 'competency', title: 'Two', framework: ref('f'), registrantType: ref('O'), order: 2 },
  { _id: 'o1', _type: 'competency', title: 'One', framework: ref('f'), registrantType: ref('O'), order: 1 },
  { _id: 'x1', _type: 'competency', title: 'Other', framework: ref('x'), registrantType: ref('O'), order: 1 },
]
const item = (id: string, units: string[], more: object = {}): PlainDocument => ({
  _id: id,
  _type: 'article',
  title: `Title of ${id}`,
  audience: refs('O'),
  learningObjectives: [{ _key: 'a', text: 'Do', competencies: refs(...units) }],
  exam: ref('exam'),
  ...more,
})
const pack = (id: string, ...items: string[]): PlainDocument => ({
  _id: id,
  _type: 'pack',
  framework: ref('f'),
  items: refs(...items),
})
const read = (documents: PlainDocument[], choice: { pack: string; framework?: string } = { pack: 'p' }) =>
  readCoverage(pairDocuments([...framework, ...documents]), choice)

describe('coverage is read', () => {
  test('in the order of the documents’ positions and of the pack', () => {
    const input = read([pack('p', 'b', 'a'), item('a', []), item('b', [])])
    expect(input.types.map(({ id }) => id)).toEqual(['O', 'D'])
    expect(input.units.map(({ id }) => id)).toEqual(['o1', 'o2'])
    expect(input.items.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  test('with the framework of the pack, or another', () => {
    const documents = [pack('p', 'a'), item('a', ['x1'])]
    expect(read(documents, { pack: 'p', framework: 'x' }).units.map(({ id }) => id)).toEqual(['x1'])
    expect(coverageMatrix(read(documents, { pack: 'p', framework: 'x' })).singles).toBe(1)
  })

  test('from drafts over published, the two told apart', () => {
    const input = read([
      pack('p', 'same', 'edited', 'moved-out'),
      pack('drafts.p', 'same', 'edited', 'moved-in', 'new'),
      item('same', ['o1']),
      item('edited', ['o1']),
      item('drafts.edited', ['o2']),
      item('moved-out', ['o1']),
      item('moved-in', ['o1']),
      item('drafts.new', ['o2']),
    ])
    expect(input.items.map((each) => [each.id, itemState(each)])).toEqual([
      ['same', 'published'],
      ['edited', 'changed'],
      ['moved-in', 'draft'],
      ['new', 'draft'],
      ['moved-out', 'leaving'],
    ])
  })

  test('with the points of the exam in the same state', () => {
    const [only] = read([
      pack('p', 'a'),
      item('a', []),
      { _id: 'exam', _type: 'exam', points: 1 },
      { _id: 'drafts.exam', _type: 'exam', points: 2 },
    ]).items
    expect([only?.now?.points, only?.next?.points]).toEqual([1, 2])
  })

  test('without what does not exist, and whatever is missing in what does', () => {
    const broken: PlainDocument = { _id: 'a', _type: 'video', audience: null, learningObjectives: [{}, null] }
    const input = read([pack('p', 'a', 'gone', 'a'), broken])
    expect(input.items).toEqual([
      {
        id: 'a',
        kind: 'video',
        now: { title: 'Untitled video', audience: new Set(), units: new Set(), points: undefined },
        next: { title: 'Untitled video', audience: new Set(), units: new Set(), points: undefined },
      },
    ])
    expect(read([]).items).toEqual([])
  })

  test('as the same objects where nothing has changed', () => {
    const documents = [
      pack('p', 'a', 'b'),
      item('a', ['o1']),
      item('b', ['o2']),
      { _id: 'exam', _type: 'exam', points: 1 },
    ]
    const before = read(documents)
    const edited = read([...documents, item('drafts.b', ['o1'])])
    expect(edited.items[0]).toBe(before.items[0])
    expect(edited.items[1]).not.toBe(before.items[1])
    expect(edited.units.every((each, index) => each === before.units[index])).toBe(true)
    const worth = read([...documents, { _id: 'drafts.exam', _type: 'exam', points: 2 }])
    expect(worth.items.map(({ now, next }) => [now?.points, next?.points])).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(read(documents)).toEqual(before)
  })

  test('without copies in releases', () => {
    expect([...pairDocuments([item('versions.r1.a', []), item('a', [])]).keys()]).toEqual(['a'])
  })
})
