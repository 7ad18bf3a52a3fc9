import { SANITY_VERSION } from 'sanity'
import { describe, expect, test } from 'vitest'
import { stayHome } from './stay-home.ts'

const fetch = stayHome(async () => new Response('home'), ['http://lake.example:3535'])
const text = async (url: string) => (await fetch(url)).text()

describe('an embedded Studio', () => {
  test.each([
    'http://localhost:3535/v1/ping',
    'http://s17.localhost:3535/v1/data/listen/production',
    'http://127.0.0.1:3333/static/a.js',
    'http://lake.example:3535/v1/ping',
  ])('asks %s', async (url) => {
    expect(await text(url)).toBe('home')
  })

  test('is told that its version is the newest', async () => {
    const answer = await fetch('https://sanity-cdn.com/v1/modules/sanity/latest/%5E6.15.0/t1')
    expect(await answer.json()).toEqual({ latest: SANITY_VERSION, packageVersion: SANITY_VERSION })
  })

  test.each([
    'https://api.sanity.io/vX/intake/tracing',
    'https://localhost.example/',
    'https://example.com/?http://localhost',
    'http://lake.example:3536/',
  ])('does not ask %s', async (url) => {
    await expect(fetch(url)).rejects.toThrow(/Failed to fetch: an embedded Studio does not ask/)
  })
})
