import { type ContentSourceMap, parseJsonPath } from '@sanity/client/csm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isObject } from './documents.ts'
import { clientOf, lakeForTest } from './test-support/lake.ts'

type Stub = { _id: string; _type: string; [field: string]: unknown }

const reference = (_ref: string) => ({ _type: 'reference', _ref })
const DOCUMENTS: Stub[] = [
  {
    _id: 'a',
    _type: 'article',
    title: 'Dry eye',
    slug: { current: 'dry-eye' },
    tags: ['tear film', 'lids'],
    exam: reference('e'),
    authors: [
      { _key: 'k1', name: 'Ann Sample' },
      { _key: 'k2', name: 'Bo Sample' },
    ],
    related: [{ _key: 'r1', ...reference('v') }],
  },
  {
    _id: 'drafts.a',
    _type: 'article',
    title: 'Dry eye, second edition',
    authors: [{ _key: 'k1', name: 'A.' }],
  },
  { _id: 'v', _type: 'video', title: 'Aftercare', seconds: 90, exam: reference('e') },
  { _id: 'e', _type: 'exam', title: 'Exam', points: 1 },
]

/** The queries of a site: by ID and by type, with everything that source maps follow. */
const QUERIES = [
  '*[_id == "a"][0]{title, "slug": slug.current, "exam": exam->{_id, title, points}}',
  '*[_type == "article"]{title, tags, "authors": authors[]{_key, name}, "names": authors[].name, "first": authors[0].name}',
  '*[_type in ["article", "video"]] | order(title desc){_type, title, _type == "video" => {seconds}, "exam": exam->{...}}',
  '*[_id == "a"][0]{"related": related[]->{title, "exam": exam->{title}}, "two": authors[name match "B*"]{name}}',
  '*[_id == "e"][0]{"used": *[references(^._id)]{title, "up": ^.title}, "n": count(*)}',
  '*[_type == "exam"]',
  '*[_id == "a"][0]',
  '{"articles": *[_type == "article"]{..., "title": upper(title)}, "length": 3}',
  '*[_id == "a"][0]{"a": authors[_key == "k1"][0]{name}, "b": authors[1...2]{name}, "c": tags[1], "d": tags[-1]}',
]

async function filled(documents = DOCUMENTS) {
  const lake = await lakeForTest()
  const client = clientOf(lake)
  const transaction = client.transaction()
  for (const document of documents) transaction.createOrReplace(document)
  await transaction.commit()
  return client
}

async function ask(
  client: Awaited<ReturnType<typeof filled>>,
  query: string,
  perspective: 'drafts' | 'published',
) {
  const plain: unknown = await client.fetch(query, {}, { perspective })
  const answer = await client.fetch<unknown>(
    query,
    {},
    {
      perspective,
      filterResponse: false,
      resultSourceMap: 'withKeyArraySelector',
    },
  )
  const { resultSourceMap } = answer as { resultSourceMap?: ContentSourceMap }
  if (resultSourceMap === undefined) throw new Error('The lake gave no source map')
  return { plain, result: answer.result, map: resultSourceMap }
}

/** What a JSONPath leads to. */
function valueAt(value: unknown, path: string): unknown {
  return parseJsonPath(path).reduce<unknown>((at, step) => {
    if (typeof step === 'object')
      return Array.isArray(at) ? at.find((each) => isObject(each) && each['_key'] === step._key) : undefined
    return isObject(at) || Array.isArray(at) ? Object.getOwnPropertyDescriptor(at, step)?.value : undefined
  }, value)
}

/** Every mapping with the value in the result and the value in the document; they must be the same. */
function pairs(documents: readonly Stub[], result: unknown, map: ContentSourceMap) {
  return Object.entries(map.mappings).map(([resultPath, mapping]) => {
    if (mapping.source.type !== 'documentValue') throw new Error('Only document values are mapped')
    const document = map.documents[mapping.source.document]
    const path = map.paths[mapping.source.path] ?? ''
    const stored = documents.find(({ _id }) => _id === document?._id)
    return {
      resultPath,
      from: `${document?._id} ${path}`,
      shown: valueAt(result, resultPath),
      stored: valueAt(stored, path),
    }
  })
}

describe('resultSourceMap', () => {
  test('names document and field of each value, the draft where there is one', async () => {
    const client = await filled()
    const query = '*[_id == "a"][0]{title, "authors": authors[]{_key, name}}'
    const { map } = await ask(client, query, 'drafts')
    expect(map.documents).toEqual([{ _id: 'drafts.a', _type: 'article' }])
    const mapping = map.mappings["$['authors'][0]['name']"]
    expect(mapping?.source).toMatchObject({ type: 'documentValue', document: 0 })
    expect(map.paths).toContain("$['authors'][?(@._key=='k1')]['name']")
  })

  test('is not there unless asked for', async () => {
    const client = await filled()
    const answer = await client.fetch('*[0]{_id}', {}, { filterResponse: false })
    expect(answer).not.toHaveProperty('resultSourceMap')
  })

  test.each(QUERIES)('changes no answer, and every mapping leads to the value: %s', async (query) => {
    const client = await filled()
    for (const perspective of ['published', 'drafts'] as const) {
      const { plain, result, map } = await ask(client, query, perspective)
      expect(result).toEqual(plain)
      expect(JSON.stringify(result)).not.toContain('\\u0000')
      for (const { resultPath, from, shown, stored } of pairs(DOCUMENTS, result, map)) {
        // A whole document is answered with what the lake adds to it.
        if (isObject(shown) && '_rev' in shown)
          expect(shown, resultPath).toMatchObject(isObject(stored) ? { _type: stored['_type'] } : {})
        else if (!/\['_(rev|createdAt|updatedAt|id|originalId)'\]$/.test(resultPath))
          expect(shown, `${resultPath} from ${from}`).toEqual(stored)
      }
    }
  })

  test('says nothing of values that were computed', async () => {
    const client = await filled()
    const { map } = await ask(
      client,
      '*[_id == "a"][0]{"loud": upper(title), "n": count(authors), title}',
      'published',
    )
    expect(Object.keys(map.mappings)).toEqual(["$['title']"])
  })

  test('an anonymous caller learns of no document', async () => {
    const lake = await lakeForTest()
    await clientOf(lake).createOrReplace({ _id: 'a', _type: 'article', title: 'Dry eye' })
    const { token: _, ...anonymous } = clientOf(lake).config()
    const answer = await fetch(
      `${lake.url}/v2025-02-19/data/query/${anonymous.dataset}?query=${encodeURIComponent('*{title}')}&resultSourceMap=true`,
    )
    expect(await answer.json()).toMatchObject({
      result: [],
      resultSourceMap: { documents: [], mappings: {} },
    })
  })

  test('property: lists in any order, with any keys, lead back to their members', async () => {
    const client = await filled([])
    const key = fc.stringMatching(/^[a-zA-Z0-9 _-]{1,8}$/)
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ _key: key, name: fc.string(), keep: fc.boolean() }), {
          selector: ({ _key }) => _key,
          maxLength: 6,
        }),
        async (members) => {
          const document: Stub = { _id: 'list', _type: 'article', members }
          await client.createOrReplace(document)
          const query =
            '*[_id == "list"][0]{"all": members[]{name}, "kept": members[keep] | order(name desc){name}, "raw": members}'
          const { plain, result, map } = await ask(client, query, 'published')
          expect(result).toEqual(plain)
          for (const { shown, stored, from } of pairs([document], result, map))
            expect(shown, from).toEqual(stored)
        },
      ),
      { numRuns: 40 },
    )
  })
})
