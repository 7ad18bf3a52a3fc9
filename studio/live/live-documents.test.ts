import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withBrokenQueries } from '../../tests/support/broken-queries.ts'
import { startTestLake, type TestLake } from '../../tests/support/lake.ts'
import { type LiveSource, type LiveState, liveDocuments } from './live-documents.ts'

const source: LiveSource = {
  types: ['pack', 'exam'],
  loaded: ['pack'],
  projection: '{_id, _type, title, exam}',
}

describe('live documents', () => {
  let folder: string
  let lake: TestLake

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-documents-'))
    lake = await startTestLake({ folder, origins: [] })
    const seeding = lake.client.transaction()
    seeding.create({ _id: 'exam-a', _type: 'exam', title: 'A' })
    seeding.create({ _id: 'exam-b', _type: 'exam', title: 'B' })
    seeding.create({
      _id: 'pack',
      _type: 'pack',
      title: 'Pack',
      exam: { _type: 'reference', _ref: 'exam-a' },
    })
    await seeding.commit()
  })

  afterAll(async () => {
    await lake[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  /** Follows for the length of a test; every state that was shown is kept. */
  function follow(what: LiveSource, client = lake.client) {
    const live = liveDocuments(client, what)
    const shown: LiveState[] = []
    const unsubscribe = live.subscribe(() => shown.push(live.getSnapshot()))
    return {
      live,
      shown,
      titles: () =>
        Object.fromEntries([...live.getSnapshot().documents].map(([id, { title }]) => [id, title])),
      until: (state: Partial<LiveState>) =>
        expect.poll(() => live.getSnapshot(), { timeout: 20_000 }).toMatchObject(state),
      [Symbol.dispose]: unsubscribe,
    }
  }

  test('are loaded, then follow each change of their types', async () => {
    using followed = follow(source)
    await followed.until({ status: 'ready', connected: true })
    expect(followed.titles()).toEqual({ pack: 'Pack' })
    await lake.client.create({ _id: 'drafts.pack', _type: 'pack', title: 'Draft' })
    await expect.poll(followed.titles).toEqual({ pack: 'Pack', 'drafts.pack': 'Draft' })
    await lake.client.delete('drafts.pack')
    await expect.poll(followed.titles).toEqual({ pack: 'Pack' })
  })

  test('show what one transaction changes at once', async () => {
    using followed = follow(source)
    await followed.until({ status: 'ready' })
    const before = followed.shown.length
    const both = lake.client.transaction()
    both.create({ _id: 'drafts.one', _type: 'pack', title: 'One' })
    both.create({ _id: 'drafts.two', _type: 'pack', title: 'Two' })
    await both.commit()
    await expect.poll(() => followed.live.getSnapshot().documents.size).toBe(3)
    expect(followed.shown).toHaveLength(before + 1)
    await lake.client.delete({ query: '*[_id in ["drafts.one", "drafts.two"]]' })
  })

  test('bring along what they want, also when that changes', async () => {
    const wanted: LiveSource = {
      ...source,
      wanted: (documents) =>
        [...documents.values()].flatMap(({ exam }) =>
          typeof exam === 'object' && exam !== null && '_ref' in exam ? String(exam._ref) : [],
        ),
    }
    using followed = follow(wanted)
    await followed.until({ status: 'ready' })
    expect(followed.titles()).toEqual({ pack: 'Pack', 'exam-a': 'A' })
    await lake.client
      .patch('pack')
      .set({ exam: { _type: 'reference', _ref: 'exam-b' } })
      .commit()
    await expect.poll(followed.titles).toEqual({ pack: 'Pack', 'exam-a': 'A', 'exam-b': 'B' })
  })

  test('say when they cannot be loaded, and go on when asked to', async () => {
    const { client, mend } = withBrokenQueries(lake.client)
    using followed = follow(source, client)
    await followed.until({ status: 'failed' })
    expect(String(followed.live.getSnapshot().error)).toContain('The network is down.')
    mend()
    followed.live.retry()
    await followed.until({ status: 'ready', error: undefined })
    expect(followed.titles()).toEqual({ pack: 'Pack' })
  })
})
