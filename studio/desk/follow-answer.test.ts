import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@sanity/client'
import { createProxyServer } from 'httpxy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withBrokenQueries } from '../../tests/support/broken-queries.ts'
import { startTestLake, type TestLake } from '../../tests/support/lake.ts'
import { followAnswer } from './follow-answer.ts'

const titles = {
  fetch: '*[_type == $type] | order(title asc).title',
  listen: '*[_type == $type]',
  params: { type: 'exam' },
}

describe('an answer that is followed', () => {
  let folder: string
  let lake: TestLake

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'follow-answer-'))
    lake = await startTestLake({ folder, origins: [] })
    await lake.client.create({ _id: 'exam-a', _type: 'exam', title: 'A' })
  })

  afterAll(async () => {
    await lake[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  /** Follows for the length of a test, and keeps everything that was heard. */
  function follow(client = lake.client) {
    const heard: unknown[] = []
    const following = followAnswer(client, titles, {
      answered: (answer) => heard.push(answer),
      failed: (error) => heard.push(error),
    })
    const last = () => expect.poll(() => heard.at(-1), { timeout: 20_000 })
    return { heard, last, [Symbol.dispose]: () => following[Symbol.dispose]() }
  }

  test('comes at once and again after a change, but once for what changes together', async () => {
    using followed = follow()
    await followed.last().toEqual(['A'])
    const three = lake.client.transaction()
    for (const title of ['B', 'C', 'D']) three.create({ _id: `exam-${title}`, _type: 'exam', title })
    await three.commit()
    await followed.last().toEqual(['A', 'B', 'C', 'D'])
    await lake.client.delete({ query: '*[_id in ["exam-B", "exam-C", "exam-D"]]' })
    await followed.last().toEqual(['A'])
    expect(followed.heard).toEqual([['A'], ['A', 'B', 'C', 'D'], ['A']])
  })

  test('holds what has changed while there was no connection', async () => {
    const proxy = createProxyServer({ target: lake.url })
    const streams = new Set<ServerResponse>()
    let isCut = false
    const server = createServer((request, response) => {
      const isStream = request.url?.includes('/data/listen/') === true
      if (isCut && isStream) return response.destroy()
      if (isStream) streams.add(response)
      return proxy.web(request, response)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
    const client = createClient({ ...lake.client.config(), apiHost: `http://127.0.0.1:${address.port}` })
    try {
      using followed = follow(client)
      await followed.last().toEqual(['A'])
      isCut = true
      for (const stream of streams) stream.destroy()
      // Long enough for whoever asks when the connection breaks to have been answered.
      await new Promise((resolve) => setTimeout(resolve, 500))
      await lake.client.create({ _id: 'exam-unseen', _type: 'exam', title: 'Unseen' })
      isCut = false
      await followed.last().toEqual(['A', 'Unseen'])
    } finally {
      server.closeAllConnections()
      server.close()
      await lake.client.delete('exam-unseen')
    }
  })

  test('tells of a failure, and comes all the same when something changes afterwards', async () => {
    const { client, mend } = withBrokenQueries(lake.client)
    using followed = follow(client)
    await expect.poll(() => String(followed.heard)).toContain('The network is down.')
    mend()
    await lake.client.patch('exam-a').set({ title: 'A again' }).commit()
    await followed.last().toEqual(['A again'])
    await lake.client.patch('exam-a').set({ title: 'A' }).commit()
  })

  test('is no longer heard of by who has left', async () => {
    const followed = follow()
    await followed.last().toEqual(['A'])
    followed[Symbol.dispose]()
    using other = follow()
    await other.last().toEqual(['A'])
    await lake.client.patch('exam-a').set({ title: 'Z' }).commit()
    await other.last().toEqual(['Z'])
    expect(followed.heard).toEqual([['A']])
  })
})
