import { evaluate, parse } from 'groq-js'
import { describe, expect, test } from 'vitest'
import { REFERRERS_QUERY, referrersAmong } from './referrers.ts'

const ref = (id: string, more: object = {}) => ({ _type: 'reference', _ref: id, ...more })
const strengthen = { _weak: true, _strengthenOnPublish: { type: 'exam' } }

const dataset = [
  { _id: 'exam-a', _type: 'exam', title: 'Exam A' },
  { _id: 'drafts.exam-a', _type: 'exam', self: ref('exam-a') },
  { _id: 'versions.r1.exam-a', _type: 'exam', self: ref('exam-a') },
  { _id: 'article-b', _type: 'article', title: 'B', exam: ref('exam-a') },
  { _id: 'drafts.article-b', _type: 'article', title: 'B, revised', exam: ref('exam-a') },
  { _id: 'drafts.article-c', _type: 'article', title: ' ', exam: ref('exam-a', strengthen) },
  { _id: 'pack-d', _type: 'pack', title: 'A pack', parts: [{ deep: { items: [ref('exam-a')] } }] },
  { _id: 'regrade.exam-a.1', _type: 'regradeRequest', exam: ref('exam-a', { _weak: true }) },
  { _id: 'versions.r1.article-b', _type: 'article', title: 'B', exam: ref('exam-a') },
  { _id: 'article-z', _type: 'article', title: 'Z', exam: ref('exam-other') },
]

async function referrersOf(id: string) {
  const params = { id }
  const value = await evaluate(parse(REFERRERS_QUERY, { params }), { dataset, params })
  return referrersAmong(await value.get(), id)
}

describe('what refers to a document', () => {
  test('is listed once each, with its copies, at any depth; weak references are not', async () => {
    expect(await referrersOf('exam-a')).toEqual([
      { id: 'pack-d', type: 'pack', title: 'A pack', copies: ['published'] },
      { id: 'article-c', type: 'article', title: undefined, copies: ['draft'] },
      { id: 'article-b', type: 'article', title: 'B', copies: ['published', 'draft', 'release'] },
    ])
  })

  test('is nothing for a document that stands alone', async () => {
    expect(await referrersOf('pack-d')).toEqual([])
  })
})
