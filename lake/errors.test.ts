import { ClientError } from '@sanity/client'
import { describe, expect, test, vi } from 'vitest'
import { authorized, clientOf, lakeForTest } from './test-support/lake.ts'

describe('errors as the client reads them', () => {
  test('a query that does not parse shows where', async () => {
    const client = clientOf(await lakeForTest())
    const failure = await client.fetch('*[_type == ]').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ClientError)
    expect(failure).toMatchObject({
      statusCode: 400,
      details: {
        type: 'queryParseError',
        query: '*[_type == ]',
        start: expect.any(Number),
        end: expect.any(Number),
      },
    })
    expect(String(failure)).toMatch(/> 1 \| \*\[_type == \]\n\s+\|\s+\^/)
  })

  test('a mutation that fails names the culprit by its index', async () => {
    const client = clientOf(await lakeForTest())
    const failure = client
      .transaction()
      .create({ _type: 'exam' })
      .patch('missing', { set: { a: 1 } })
      .commit()
    await expect(failure).rejects.toMatchObject({
      statusCode: 404,
      message: expect.stringContaining('"missing" was not found'),
      details: { type: 'mutationError', items: [{ index: 1, error: { type: 'documentNotFoundError' } }] },
    })
  })

  test.each([
    ['an unknown mutation', { mutations: [{ upsert: {} }] }],
    ['two operations in one', { mutations: [{ create: { _type: 'a' }, delete: { id: 'x' } }] }],
    ['no mutations', {}],
    ['a document without a type', { mutations: [{ create: { title: 'x' } }] }],
    ['an impossible ID', { mutations: [{ create: { _id: '../x', _type: 'a' } }] }],
    ['a transaction ID with a space', { mutations: [], transactionId: 'a b' }],
  ])('%s is refused with 400', async (_name, body) => {
    const client = clientOf(await lakeForTest())
    await expect(
      client.request({ method: 'POST', url: '/data/mutate/sampledata', body }),
    ).rejects.toMatchObject({ statusCode: 400, details: { description: expect.any(String) } })
  })

  test('another dataset or project is not found', async () => {
    const lake = await lakeForTest()
    await expect(clientOf(lake, { dataset: 'other' }).fetch('*')).rejects.toMatchObject({
      statusCode: 404,
      message: expect.stringContaining('Dataset not found'),
    })
    await expect(clientOf(lake).request({ url: '/projects/other' })).rejects.toMatchObject({
      statusCode: 404,
    })
  })

  test('an unknown endpoint is answered in shape and told once', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const client = clientOf(await lakeForTest())
    for (let i = 0; i < 2; i++) {
      await expect(client.request({ url: '/no/such/thing' })).rejects.toMatchObject({ statusCode: 404 })
    }
    const lines = told.mock.calls
      .map(([line]) => String(line))
      .filter((line) => line.startsWith('unexpected'))
    told.mockRestore()
    expect(lines).toEqual(['unexpected endpoint GET /v2025-02-19/no/such/thing\n'])
  })
})

describe('malformed requests', () => {
  test.each([
    ['no JSON', 'POST', '/v1/data/mutate/sampledata', '{"mutations": [', 400],
    ['bytes that are not UTF-8', 'POST', '/v1/data/mutate/sampledata', Buffer.from([0x22, 0xff, 0x22]), 400],
    ['JSON that is no object', 'POST', '/v1/data/query/sampledata', '[]', 400],
    ['a body that is too large', 'POST', '/v1/data/mutate/sampledata', ' '.repeat(17 * 1024 * 1024), 413],
    ['a parameter that is no JSON', 'GET', '/v1/data/query/sampledata?query=*&$a={', undefined, 400],
    [
      'a perspective that is none',
      'GET',
      '/v1/data/query/sampledata?query=*&perspective=a/b',
      undefined,
      400,
    ],
    ['a broken escape', 'GET', '/v1/data/doc/sampledata/%E0%A4%A', undefined, 400],
    ['the wrong method', 'DELETE', '/v1/data/mutate/sampledata', undefined, 405],
  ])('%s', async (_name, method, path, body, status) => {
    const lake = await lakeForTest()
    const headers = { ...authorized(), 'content-type': 'application/json' }
    const answer = await fetch(lake.url + path, { method, headers, ...(body === undefined ? {} : { body }) })
    expect(answer.status).toBe(status)
    const text = await answer.text()
    expect(JSON.parse(text)).toHaveProperty('error')
    expect(text).not.toMatch(/\bat .*\.ts:\d/)
  })
})
