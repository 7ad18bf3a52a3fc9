import type { ListenEvent, SanityClient } from '@sanity/client'
import { applyPatch } from 'mendoza'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isObject, type JsonObject } from './documents.ts'
import { authorized, clientOf, lakeForTest, temporaryFolder, until } from './test-support/lake.ts'

type Heard = ListenEvent<JsonObject>

async function listening(
  client: SanityClient,
  query: string,
  options: JsonObject = {},
  params: JsonObject = {},
) {
  const heard: Heard[] = []
  const errors: unknown[] = []
  const events = ['welcome', 'mutation', 'reconnect'] as const
  const subscription = client
    .listen<JsonObject, { events: ('welcome' | 'mutation' | 'reconnect')[] }>(query, params, {
      events: [...events],
      ...options,
    })
    .subscribe({ next: (event) => heard.push(event), error: (error) => errors.push(error) })
  onTestFinished(() => subscription.unsubscribe())
  await until(() => heard.length + errors.length > 0, 'welcome')
  const mutations = () => heard.flatMap((event) => (event.type === 'mutation' ? event : []))
  return { heard, errors, mutations, subscription }
}

describe('a listener', () => {
  test('hears appear, update and disappear of what its filter matches, and nothing else', async () => {
    const client = clientOf(await lakeForTest())
    const { mutations } = await listening(client, '*[_type == "exam" && open == true]')
    await client.create({ _id: 'other', _type: 'article', open: true })
    await client.create({ _id: 'x', _type: 'exam', open: false })
    const { _rev } = await client.patch('x').set({ open: true }).commit()
    await client.patch('x').set({ title: 'One' }).commit()
    await client.patch('x').set({ open: false }).commit()
    await until(() => mutations().length === 3, 'three events')
    expect(mutations().map(({ transition }) => transition)).toEqual(['appear', 'update', 'disappear'])
    const [appear, update] = mutations()
    expect(appear).toMatchObject({
      documentId: 'x',
      transactionId: _rev,
      resultRev: _rev,
      identity: 'editor-1',
    })
    // Events of a document form a chain of revisions.
    expect(update?.previousRev).toBe(appear?.resultRev)
    expect(update?.result).toMatchObject({ title: 'One' })
  })

  test('hears of each document of a transaction, numbered', async () => {
    const client = clientOf(await lakeForTest())
    const { mutations } = await listening(client, '*')
    await client
      .transaction()
      .create({ _id: 'a', _type: 'exam' })
      .create({ _id: 'b', _type: 'exam' })
      .commit()
    await until(() => mutations().length === 2, 'two events')
    expect(mutations().map((event) => [event.transactionCurrentEvent, event.transactionTotalEvents])).toEqual(
      [
        [1, 2],
        [2, 2],
      ],
    )
  })

  test('gets Mendoza effects that lead from one revision to the next and back', async () => {
    const client = clientOf(await lakeForTest())
    const { _rev: _, ...before } = await client.create({
      _id: 'x',
      _type: 'exam',
      title: 'Dry eye',
      list: ['a', 'b'],
    })
    const { mutations } = await listening(client, '*[_id == $id]', { effectFormat: 'mendoza' }, { id: 'x' })
    const { _rev: __, ...after } = await client.patch('x').set({ title: 'Dry eyes', 'list[1]': 'c' }).commit()
    await until(() => mutations().length === 1, 'an event')
    const effects: unknown = mutations()[0]?.effects
    if (!isObject(effects) || !Array.isArray(effects['apply']) || !Array.isArray(effects['revert'])) {
      throw new Error('The event has no effects')
    }
    expect(applyPatch(before, effects['apply'])).toEqual(after)
    expect(applyPatch(after, effects['revert'])).toEqual(before)
  })

  test('leaves out what it did not ask for, and versions in releases unless it asks', async () => {
    const client = clientOf(await lakeForTest())
    const plain = await listening(client, '*', { includeResult: false, includeMutations: false })
    const all = await listening(client, '*', { includeAllVersions: true, includePreviousRevision: true })
    await client.create({ _id: 'versions.r.x', _type: 'exam' })
    await client.create({ _id: 'drafts.x', _type: 'exam' })
    await client.delete('drafts.x')
    await until(() => all.mutations().length === 3, 'three events')
    expect(plain.mutations().map(({ documentId }) => documentId)).toEqual(['drafts.x', 'drafts.x'])
    expect(plain.mutations()[0]).toMatchObject({ mutations: [] })
    expect(plain.mutations()[0]).not.toHaveProperty('result')
    expect(all.mutations()[2]?.previous).toMatchObject({ _id: 'drafts.x' })
  })

  test('with a query that does not parse ends with an error', async () => {
    const client = clientOf(await lakeForTest())
    const { errors } = await listening(client, '*[')
    expect(String(errors[0])).toMatch(/parse error/)
  })

  test('whose filter cannot be evaluated ends with an error, and harms no write', async () => {
    const client = clientOf(await lakeForTest())
    const { errors } = await listening(client, '*[_type == "exam" && user::attributes().role == "x"]')
    await client.create({ _id: 'x', _type: 'exam' })
    expect(await client.getDocument('x')).toBeDefined()
    await until(() => errors.length === 1, 'an error')
  })

  test('without a token hears nothing', async () => {
    const lake = await lakeForTest()
    const anonymous = await listening(clientOf(lake, { token: '' }), '*')
    const editor = await listening(clientOf(lake), '*')
    await clientOf(lake).create({ _type: 'exam' })
    await until(() => editor.mutations().length === 1, 'an event')
    expect(anonymous.mutations()).toEqual([])
  })
})

describe('a listener that comes back', () => {
  /** Reads events by hand, since a client cannot be told to break its connection. */
  async function read(url: string, lastEventId: string | null, wanted: number) {
    const query = `${url}/v2025-02-19/data/listen/sampledata?query=*&enableResume=true&includeResult=true`
    const headers = { ...authorized(), ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }) }
    const abort = new AbortController()
    const { body } = await fetch(query, { headers, signal: abort.signal })
    const events: { event: string; id: string; data: JsonObject }[] = []
    let text = ''
    for await (const chunk of body ?? []) {
      text += new TextDecoder().decode(chunk)
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, event, id, data] = /^event: (.*)\nid: (.*)\ndata: (.*)$/.exec(block) ?? []
        if (event && id && data) events.push({ event, id, data: JSON.parse(data) })
      }
      if (events.length >= wanted) break
    }
    abort.abort()
    return events
  }

  test('is told what it missed, also after a restart of the lake', async () => {
    const folder = temporaryFolder()
    const first = await lakeForTest({ folder })
    const [welcome] = await read(first.url, null, 1)
    expect(welcome?.event).toBe('welcome')
    const client = clientOf(first)
    await client
      .transaction()
      .create({ _id: 'a', _type: 'exam' })
      .create({ _id: 'b', _type: 'exam' })
      .commit()
    await client.patch('a').set({ n: 1 }).commit()
    await client.delete('b')
    await first.close()
    const second = await lakeForTest({ folder })
    const missed = await read(second.url, welcome?.id ?? '', 5)
    expect(missed.map(({ event, data }) => [event, data['documentId'], data['transition']])).toEqual([
      ['welcomeback', undefined, undefined],
      ['mutation', 'a', 'appear'],
      ['mutation', 'b', 'appear'],
      ['mutation', 'a', 'update'],
      ['mutation', 'b', 'disappear'],
    ])
    expect(missed[1]?.data['result']).not.toHaveProperty('n')
    // A connection that broke within a transaction goes on in the middle of it.
    const rest = await read(second.url, missed[1]?.id ?? '', 2)
    expect(rest[1]?.data).toMatchObject({ documentId: 'b', transition: 'appear' })
  })

  test('starts over when its place is unknown', async () => {
    const lake = await lakeForTest()
    for (const place of ['nonsense', '99.1']) {
      const [event] = await read(lake.url, place, 1)
      expect(event?.event).toBe('reset')
    }
  })
})

test('live events tell a reader that content has changed', async () => {
  const lake = await lakeForTest()
  const client = clientOf(lake, { perspective: 'published' })
  const types: string[] = []
  const subscription = client.live
    .events({ includeDrafts: true })
    .subscribe((event) => types.push(event.type))
  onTestFinished(() => subscription.unsubscribe())
  await until(() => types.includes('welcome'), 'welcome')
  await client.create({ _type: 'exam' })
  await until(() => types.includes('restart'), 'restart')
})
