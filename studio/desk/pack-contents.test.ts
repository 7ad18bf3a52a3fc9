import { evaluate, parse } from 'groq-js'
import { describe, expect, test } from 'vitest'
import { PACK_QUERY, type PackPart, packContents, readPackRows } from './pack-contents.ts'

const ref = (id: string) => ({ _type: 'reference', _ref: id })
const dataset = [
  { _id: 'pack', _type: 'pack', items: [ref('a'), ref('b')] },
  { _id: 'drafts.pack', _type: 'pack', items: [ref('c'), ref('v'), ref('a'), ref('gone')] },
  { _id: 'pack-old', _type: 'pack', items: [ref('old')] },
  { _id: 'drafts.pack-new', _type: 'pack' },
  { _id: 'a', _type: 'article', title: 'A', exam: ref('exam-a') },
  { _id: 'b', _type: 'article', title: 'B' },
  { _id: 'c', _type: 'article', title: 'C', exam: ref('exam-before') },
  { _id: 'drafts.c', _type: 'article', title: 'C, revised', exam: ref('exam-c') },
  { _id: 'versions.r.c', _type: 'article', title: 'C in a release' },
  { _id: 'old', _type: 'article', title: 'Old' },
  { _id: 'z', _type: 'article', title: 'Z' },
  { _id: 'drafts.y', _type: 'article' },
  { _id: 'v', _type: 'video', title: 'V' },
  { _id: 'exam-a', _type: 'exam', title: 'Exam A' },
  { _id: 'exam-c', _type: 'exam', title: 'Exam C' },
  { _id: 'exam-before', _type: 'exam', title: 'Exam before' },
  { _id: 'drafts.exam-new', _type: 'exam', title: 'New exam' },
]

async function contents(pack: string, part: PackPart) {
  const rows = readPackRows(await (await evaluate(parse(PACK_QUERY.fetch), { dataset })).get())
  const { inside, outside } = packContents(rows, pack, part)
  const line = ({ id, title, state }: (typeof inside)[number]) => `${id}: ${title} (${state})`
  return { inside: inside.map(line), outside: outside.map(line) }
}

describe('a pack on the desk', () => {
  test('lists its articles in its own order, as its draft has them, and those in no pack', async () => {
    expect(await contents('pack', 'article')).toEqual({
      inside: ['c: C, revised (changed)', 'a: A (published)'],
      outside: ['y: undefined (draft)', 'z: Z (published)'],
    })
  })

  test('lists its videos', async () => {
    expect(await contents('pack', 'video')).toEqual({ inside: ['v: V (published)'], outside: [] })
  })

  test('lists the exams of its items, and those of none', async () => {
    expect(await contents('pack', 'exam')).toEqual({
      inside: ['exam-c: Exam C (published)', 'exam-a: Exam A (published)'],
      outside: ['exam-new: New exam (draft)'],
    })
  })

  test.each(['pack-new', 'pack-that-is-gone'])('of %s is empty', async (pack) => {
    expect((await contents(pack, 'article')).inside).toEqual([])
  })

  test('refuses an answer of another shape', () => {
    expect(() => readPackRows({ packs: [] })).toThrow()
  })
})
