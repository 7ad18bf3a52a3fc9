import type { SanityDocumentStub } from '@sanity/client'
import { describe, expect, test } from 'vitest'
import { isObject } from './documents.ts'
import { authorized, clientOf, lakeForTest } from './test-support/lake.ts'

const ARTICLES: (SanityDocumentStub & { _id: string })[] = [
  {
    _id: 'a',
    _type: 'article',
    title: 'Dry eye in practice',
    body: [{ _key: 'b', text: 'Meibomian glands' }],
  },
  { _id: 'drafts.a', _type: 'article', title: 'Dry eye, second edition' },
  { _id: 'versions.autumn.a', _type: 'article', title: 'Dry eye, autumn' },
  { _id: 'b', _type: 'article', title: 'Myopia control', exam: { _type: 'reference', _ref: 'e' } },
  { _id: 'drafts.c', _type: 'article', title: 'Only a draft' },
  { _id: 'e', _type: 'exam', title: 'Exam' },
]

async function filled() {
  const lake = await lakeForTest()
  const client = clientOf(lake)
  const transaction = client.transaction()
  for (const article of ARTICLES) transaction.create(article)
  await transaction.commit()
  return { lake, client }
}

describe('perspectives', () => {
  const titles = '*[_type == "article"] | order(_id) {_id, title}'

  test('raw shows every copy', async () => {
    const { client } = await filled()
    const ids = await client.fetch('*[_type == "article"]._id')
    expect(ids).toEqual(['a', 'b', 'drafts.a', 'drafts.c', 'versions.autumn.a'])
  })

  test('published shows published documents alone', async () => {
    const { client } = await filled()
    expect(await client.fetch(titles, {}, { perspective: 'published' })).toEqual([
      { _id: 'a', title: 'Dry eye in practice' },
      { _id: 'b', title: 'Myopia control' },
    ])
  })

  test.each(['drafts', 'previewDrafts'] as const)(
    '%s lays drafts over published documents',
    async (perspective) => {
      const { client } = await filled()
      const query = '*[_type == "article"] | order(_id) {_id, title, _originalId}'
      expect(await client.fetch(query, {}, { perspective })).toEqual([
        { _id: 'a', title: 'Dry eye, second edition', _originalId: 'drafts.a' },
        { _id: 'b', title: 'Myopia control', _originalId: 'b' },
        { _id: 'c', title: 'Only a draft', _originalId: 'drafts.c' },
      ])
    },
  )

  test('a stack of a release lays its versions on top', async () => {
    const { client } = await filled()
    expect(await client.fetch(titles, {}, { perspective: ['autumn', 'drafts'] })).toEqual([
      { _id: 'a', title: 'Dry eye, autumn' },
      { _id: 'b', title: 'Myopia control' },
      { _id: 'c', title: 'Only a draft' },
    ])
  })

  test('a date before 2025-02-19 reads raw where no perspective is given, later ones published', async () => {
    const { lake } = await filled()
    const count = async (apiVersion: string) => {
      const query = encodeURIComponent('count(*[_type == "article"])')
      const url = `${lake.url}/v${apiVersion}/data/query/sampledata?query=${query}`
      const answer: unknown = await (await fetch(url, { headers: authorized() })).json()
      return isObject(answer) ? answer['result'] : answer
    }
    expect(await count('2024-01-01')).toBe(5)
    expect(await count('2025-02-19')).toBe(2)
    expect(await count('X')).toBe(2)
  })
})

describe('queries', () => {
  test('follow references and use parameters', async () => {
    const { client } = await filled()
    const query = '*[_type == $type && _id in $ids]{title, "exam": exam->title}'
    expect(await client.fetch(query, { type: 'article', ids: ['b', 'missing'] })).toEqual([
      { title: 'Myopia control', exam: 'Exam' },
    ])
  })

  test('too long for an address go by POST and give the same', async () => {
    const { client } = await filled()
    const query = `// ${'x'.repeat(12_000)}\n*[_id == $id][0].title`
    expect(await client.fetch(query, { id: 'b' })).toBe('Myopia control')
  })

  test('narrowing by type or ID never changes what a filter with "or" finds', async () => {
    const { client } = await filled()
    expect(await client.fetch('count(*[_type == "exam" || title match "myopia"])')).toBe(2)
    expect(await client.fetch('count(*[!(_type == "exam")])')).toBe(5)
    expect(
      await client.fetch('*[_type == "article" && count(*[_type == "exam" && _id == ^.exam._ref]) == 1]._id'),
    ).toEqual(['b'])
  })

  test('returnQuery=false leaves the query out of the answer', async () => {
    const { client } = await filled()
    const answer = await client.fetch('1', {}, { filterResponse: false, returnQuery: false })
    expect(answer).not.toHaveProperty('query')
    expect(answer.result).toBe(1)
  })
})

describe('text::query', () => {
  test.each([
    ['meibom*', ['a']],
    ['dry eye', ['a', 'drafts.a', 'versions.autumn.a']],
    ['dry -autumn', ['a', 'drafts.a']],
    ['"myopia control"', ['b']],
    ['nowhere', []],
    ['', ['a', 'b', 'drafts.a', 'drafts.c', 'versions.autumn.a']],
  ])('%j finds %j', async (words, ids) => {
    const { client } = await filled()
    const query = '*[_type == "article" && [@, _id] match text::query($words)]._id'
    expect(await client.fetch(query, { words })).toEqual(ids)
  })

  test('scores a document by field, and leaves no trace in the result', async () => {
    const { client } = await filled()
    const found = await client.fetch(
      '*[_type == "article"] | score(boost(title match text::query($q), 5), @ match text::query($q)) | order(_score desc)[0]',
      { q: 'myopia' },
      { perspective: 'published' },
    )
    expect(found._id).toBe('b')
    expect(Object.keys(found).every((key) => /^\w+$/.test(key))).toBe(true)
  })
})
