import { describe, expect, test } from 'vitest'
import { spreadStreams } from './spread-streams.ts'

function recorded(first = 0) {
  const asked: { url: string; authorization: string | null }[] = []
  const fetch = spreadStreams(async (input, init) => {
    const request = new Request(input, init)
    asked.push({ url: request.url, authorization: request.headers.get('authorization') })
    return new Response()
  }, first)
  return { asked, fetch }
}

const lake = 'http://survivalpack.localhost:3535/v2025-02-19'

describe('event streams', () => {
  test('of one lake go to a host each', async () => {
    const { asked, fetch } = recorded()
    for (let stream = 0; stream < 20; stream += 1) await fetch(`${lake}/data/listen/production?query=*`)
    expect(new Set(asked.map(({ url }) => new URL(url).host)).size).toBe(20)
    expect(asked[7]?.url).toBe('http://s7.localhost:3535/v2025-02-19/data/listen/production?query=*')
  })

  test('keep their headers', async () => {
    const { asked, fetch } = recorded()
    await fetch(`${lake}/data/live/events/production`, { headers: { authorization: 'Bearer t' } })
    await fetch(new Request(`${lake}/data/listen/production`, { headers: { authorization: 'Bearer r' } }))
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer t', 'Bearer r'])
  })

  test('stay within the numbers that the lake answers to', async () => {
    const { asked, fetch } = recorded(999)
    await fetch(`${lake}/data/listen/production`)
    await fetch(`${lake}/data/listen/production`)
    expect(asked.map(({ url }) => new URL(url).hostname)).toEqual(['s999.localhost', 's0.localhost'])
  })

  test.each([
    `${lake}/data/query/production?query=*`,
    `${lake}/data/history/production/events/documents/listen`,
    'https://survivalpack.api.sanity.io/v2025-02-19/data/listen/production',
    'https://localhost.example/data/listen/production',
  ])('are the only ones that are led elsewhere: not %s', async (url) => {
    const { asked, fetch } = recorded()
    await fetch(url)
    expect(asked[0]?.url).toBe(url)
  })
})
