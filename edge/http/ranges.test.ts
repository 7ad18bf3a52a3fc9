import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSite } from '../test-support/site-under-test.ts'
import { readRange, sliceOf } from './ranges.ts'

const size = 100_000

describe.each([
  ['the site', 'lecture'],
  ['the media store', 'stored'],
] as const)('media of %s by range', (_, name) => {
  beforeAll(async () => {
    await env.MEDIA.put('stored.vtt', '0123456789')
    await env.MEDIA.put('stored.mp4', 'v'.repeat(size))
  })

  async function media(headers: Record<string, string> = {}, method = 'GET', ending = 'vtt') {
    const site = openSite()
    const { cookie } = await site.signIn()
    return site.fetch(`/media/${name}.${ending}`, { method, headers: { cookie, ...headers } })
  }

  test('the whole file tells that ranges are served', async () => {
    const answer = await media()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
    expect(answer.headers.get('content-length')).toBe('10')
    expect(answer.headers.get('content-type')).toBe('text/vtt; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await answer.text()).toBe('0123456789')
  })

  test.for([
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=2-5', '2345', 'bytes 2-5/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=7-100', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-100', '0123456789', 'bytes 0-9/10'],
  ] as const)('%s is %s', async ([range, body, described]) => {
    const answer = await media({ range })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(described)
    expect(answer.headers.get('content-length')).toBe(String(body.length))
    expect(await answer.text()).toBe(body)
  })

  test.for(['bytes=10-', 'bytes=100-200', 'bytes=-0'])('%s lies outside', async (range) => {
    const answer = await media({ range })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe('bytes */10')
    expect(await answer.text()).toBe('')
  })

  test.for(['bytes=5-2', 'bytes=a-b', 'bytes=0-1,3-4', 'items=0-1', 'bytes=-', '0-5'])(
    '%s is ignored',
    async (range) => {
      const answer = await media({ range })
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe('0123456789')
    },
  )

  test('a part of an older file is not mixed with this one', async () => {
    const etag = (await media()).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"/)
    expect((await media({ range: 'bytes=0-1', 'if-range': etag })).status).toBe(206)
    expect((await media({ range: 'bytes=0-1', 'if-range': '"older"' })).status).toBe(200)
    expect((await media({ range: 'bytes=0-1', 'if-range': `W/${etag}` })).status).toBe(200)
  })

  test('HEAD has the headers and no body', async () => {
    const answer = await media({}, 'HEAD')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe('10')
    expect(await answer.text()).toBe('')
  })

  test('a slice out of the middle of a larger file', async () => {
    const answer = await media({ range: 'bytes=65530-65545' }, 'GET', 'mp4')
    expect(answer.headers.get('content-range')).toBe(`bytes 65530-65545/${size}`)
    expect(await answer.text()).toBe('v'.repeat(16))
  })
})

test('a slice of a stream is the slice of its bytes, however it is cut into chunks', async () => {
  const seed = Date.now()
  console.log(`ranges: seed ${seed}`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 8 }),
      fc.nat(80),
      fc.nat(80),
      async (chunks, from, length) => {
        const whole = chunks.flatMap((chunk) => Array.from(chunk))
        const header = `bytes=${from}-${from + length}`
        const range = readRange(header, whole.length)
        if (range === 'unsatisfiable') return void expect(from).toBeGreaterThanOrEqual(whole.length)
        if (range === undefined) throw new Error(`${header} was ignored`)
        const source = new ReadableStream<Uint8Array>({
          start(controller) {
            for (const chunk of chunks) controller.enqueue(chunk.slice())
            controller.close()
          },
        })
        const bytes = await new Response(sliceOf(source, range)).bytes()
        expect(Array.from(bytes)).toEqual(whole.slice(from, from + length + 1))
      },
    ),
    { seed, numRuns: 300 },
  )
})
