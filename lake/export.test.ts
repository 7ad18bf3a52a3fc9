import { describe, expect, test } from 'vitest'
import { authorized, clientOf, DATASET, lakeForTest, VIEWER } from './test-support/lake.ts'

const path = `/v2025-02-19/data/export/${DATASET}`

async function lines(
  url: string,
  headers: Record<string, string> = authorized(),
): Promise<Record<string, unknown>[]> {
  const answer = await fetch(url, { headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/)
  const text = await answer.text()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

describe('an export', () => {
  test('holds every document, drafts too, a line each in the order of their IDs', async () => {
    const lake = await lakeForTest()
    const client = clientOf(lake)
    await client.create({ _id: 'b', _type: 'article', title: 'Line one\nline two' })
    await client.create({ _id: 'drafts.b', _type: 'article' })
    await client.create({ _id: 'a', _type: 'exam' })
    expect((await lines(lake.url + path)).map(({ _id }) => _id)).toEqual(['a', 'b', 'drafts.b'])
    expect((await lines(`${lake.url}${path}?types=exam`)).map(({ _id }) => _id)).toEqual(['a'])
    expect((await lines(lake.url + path, authorized(VIEWER))).at(1)).toMatchObject({
      title: 'Line one\nline two',
    })
  })

  test('comes in pages when a cursor is asked for, each document once', async () => {
    const lake = await lakeForTest()
    const transaction = clientOf(lake).transaction()
    for (let index = 0; index < 1201; index += 1) transaction.create({ _id: `d-${index}`, _type: 'article' })
    await transaction.commit()
    const ids: unknown[] = []
    let pages = 0
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: Record<string, unknown>[] = await lines(`${lake.url}${path}?nextCursor=${cursor}`)
      const end = page.at(-1)
      cursor = typeof end?.['nextCursor'] === 'string' ? end['nextCursor'] : undefined
      ids.push(...page.flatMap(({ _id }) => (_id === undefined ? [] : [_id])))
      pages += 1
    }
    expect(pages).toBe(3)
    expect(ids).toHaveLength(1201)
    expect(new Set(ids).size).toBe(1201)
  })

  test('is refused to nobody in particular, and a malformed cursor is named', async () => {
    const lake = await lakeForTest()
    expect((await fetch(lake.url + path)).status).toBe(401)
    const answer = await fetch(`${lake.url}${path}?nextCursor=%25`, { headers: authorized() })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { description: expect.stringContaining('cursor') } })
  })
})
