import { describe, expect, test } from 'vitest'
import { isObject, type JsonObject } from './documents.ts'
import { authorized, clientOf, lakeForTest } from './test-support/lake.ts'

async function withHistory() {
  const lake = await lakeForTest()
  const client = clientOf(lake)
  const ids = { draftId: 'drafts.a', publishedId: 'a' }
  const attributes = { _id: 'drafts.a', _type: 'article', title: 'One' }
  const revisions: string[] = []
  const act = async (action: Parameters<typeof client.action>[0]) => {
    revisions.push((await client.action(action)).transactionId)
  }
  await act({ actionType: 'sanity.action.document.create', publishedId: 'a', attributes, ifExists: 'fail' })
  await act({ actionType: 'sanity.action.document.edit', ...ids, patch: { set: { title: 'Two' } } })
  await act({ actionType: 'sanity.action.document.publish', ...ids })
  await act({ actionType: 'sanity.action.document.edit', ...ids, patch: { set: { title: 'Three' } } })
  await act({ actionType: 'sanity.action.document.discard', draftId: 'drafts.a' })
  await act({ actionType: 'sanity.action.document.unpublish', ...ids })
  await act({ actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts: ['drafts.a'] })
  const get = (path: string) => client.request<JsonObject>({ url: `/data/history/sampledata/${path}` })
  return { lake, revisions, get }
}

describe('history', () => {
  test('gives a document at any revision, and at a time', async () => {
    const { revisions, get } = await withHistory()
    const titleAt = async (id: string, query: string) => {
      const { documents } = await get(`documents/${id}?${query}`)
      const [document] = Array.isArray(documents) ? documents : []
      return isObject(document) ? [document['title'], document['_rev']] : null
    }
    const [created, edited, published, again] = revisions
    expect(await titleAt('drafts.a', `revision=${created}`)).toEqual(['One', created])
    expect(await titleAt('drafts.a', `revision=${edited}`)).toEqual(['Two', edited])
    expect(await titleAt('drafts.a', `revision=${published}`)).toBeNull()
    expect(await titleAt('a', `revision=${published}`)).toEqual(['Two', published])
    expect(await titleAt('drafts.a', `revision=${again}`)).toEqual(['Three', again])
    expect(await titleAt('a', 'revision=unknown')).toBeNull()
    expect(await titleAt('a', 'time=2001-01-01T00:00:00Z')).toBeNull()
  })

  test('tells events as Studio shows them, the newest first', async () => {
    const { revisions, get } = await withHistory()
    const { events } = await get('events/documents/a?limit=100')
    const told = isObject(events) && Array.isArray(events['a']) ? events['a'] : []
    expect(told.map(({ type }) => type)).toEqual([
      'deleteDocumentVersion',
      'unpublishDocument',
      'deleteDocumentVersion',
      'createDocumentVersion',
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
    expect(told[4]).toMatchObject({
      documentId: 'a',
      revisionId: revisions[2],
      versionId: 'drafts.a',
      versionRevisionId: revisions[1],
      publishCause: 'document.publish',
      contributors: ['editor-1'],
    })
    const page = await get('events/documents/a?limit=2&nextCursor=2')
    expect(page).toMatchObject({ nextCursor: '4', events: { a: [{}, {}] } })
  })

  test('lists transactions, one a line, within bounds', async () => {
    const { lake, revisions } = await withHistory()
    const list = async (query: string) => {
      const url = `${lake.url}/v1/data/history/sampledata/transactions/drafts.a?${query}`
      const text = await (await fetch(url, { headers: authorized() })).text()
      return text
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line): JsonObject => JSON.parse(line))
    }
    expect((await list('')).map(({ id }) => id)).toEqual(revisions)
    const bounded = await list(`fromTransaction=${revisions[1]}&toTransaction=${revisions[3]}&reverse=true`)
    expect(bounded.map(({ id }) => id)).toEqual([revisions[3], revisions[2], revisions[1]])
    const [line] = await list('effectFormat=mendoza&excludeContent=true&limit=1')
    expect(line).toMatchObject({ mutations: [], effects: { 'drafts.a': { revert: [0, null] } } })
    expect(await list('authors=somebody')).toEqual([])
  })
})
