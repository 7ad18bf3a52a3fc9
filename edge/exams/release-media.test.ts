import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { openSite, releaseToken } from '../test-support/site-under-test.ts'

const door = (name: string) => `/api/release/media/${name}`

/** Sends as the release step does over the network, where every body tells its length. */
function ask(
  name: string,
  { method = 'GET', body }: { method?: string; body?: string | Uint8Array<ArrayBuffer> } = {},
  site = openSite(),
): Promise<Response> {
  const headers = new Headers({ authorization: `Bearer ${releaseToken}` })
  if (body !== undefined) headers.set('content-length', String(new Blob([body]).size))
  return site.fetch(door(name), { method, headers, ...(body !== undefined && { body }) })
}

async function sha1(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

describe('the door of the media store', () => {
  test('takes a file once its bytes are those that it is named by, and members see it', async () => {
    const bytes = Uint8Array.from(new TextEncoder().encode('a film that is too large'))
    const name = `${await sha1(bytes)}.mp4`
    expect((await ask(name)).status).toBe(404)
    const put = await ask(name, { method: 'PUT', body: bytes })
    expect(await put.json()).toEqual({ size: 24 })
    expect(await (await ask(name)).json()).toEqual({ size: 24 })
    const site = openSite()
    const { cookie } = await site.signIn()
    const seen = await site.fetch(`/media/${name}`, { headers: { cookie, range: 'bytes=2-5' } })
    expect([seen.status, seen.headers.get('content-type'), await seen.text()]).toEqual([
      206,
      'video/mp4',
      'film',
    ])
    expect((await site.fetch(`/media/${name}`)).status).toBe(401)
    const outsider = await site.signIn({ entitlement: undefined })
    expect((await site.fetch(`/media/${name}`, { headers: { cookie: outsider.cookie } })).status).toBe(403)
  })

  test('refuses bytes of another digest and keeps nothing of them', async () => {
    const name = `${'ab'.repeat(20)}.mp4`
    const answer = await ask(name, { method: 'PUT', body: 'something else' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'release/invalid' })
    expect(await env.MEDIA.head(name)).toBeNull()
  })

  test('takes a larger file in parts', async () => {
    const first = new Uint8Array(5 * 1024 * 1024).fill(1)
    const name = `${'cd'.repeat(20)}.mp4`
    const { upload } = await (await ask(name, { method: 'POST' })).json<{ upload: string }>()
    const parts = []
    for (const [index, body] of [first, new Uint8Array([2, 3])].entries()) {
      const to = `${name}?upload=${encodeURIComponent(upload)}&part=${index + 1}`
      parts.push(await (await ask(to, { method: 'PUT', body })).json())
    }
    expect(await env.MEDIA.head(name)).toBeNull()
    const whole = await ask(`${name}?upload=${encodeURIComponent(upload)}`, {
      method: 'POST',
      body: JSON.stringify({ parts }),
    })
    expect(await whole.json()).toEqual({ size: first.byteLength + 2 })
    const site = openSite()
    const { cookie } = await site.signIn()
    const end = await site.fetch(`/media/${name}`, { headers: { cookie, range: 'bytes=-3' } })
    expect(Array.from(await end.bytes())).toEqual([1, 2, 3])
  })

  test.each([
    ['streams/lecture-1/index.m3u8', 'application/vnd.apple.mpegurl'],
    ['streams/lecture-1/360p/part-0.m4s', 'video/mp4'],
    ['streams/lecture-1/part0.ts', 'video/mp2t'],
  ])('%s of a stream comes as %s', async (name, type) => {
    await ask(name, { method: 'PUT', body: 'bytes' })
    const site = openSite()
    const { cookie } = await site.signIn()
    const answer = await site.fetch(`/media/${name}`, { headers: { cookie } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect((await site.fetch(`/media/${name}`)).status).toBe(401)
  })

  test('is shut to everybody else, whatever they ask for', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    for (const headers of [{}, { cookie }, { authorization: 'Bearer no' }] as Record<string, string>[]) {
      for (const method of ['GET', 'PUT', 'POST']) {
        const answer = await site.fetch(door(`${'ab'.repeat(20)}.mp4`), { method, headers })
        expect(answer.status).toBe(403)
        expect(await answer.json()).toMatchObject({ code: 'release/forbidden' })
      }
    }
  })

  test.each(['lecture.mp4', 'streams/x/../y.mp4', 'streams/Up/index.m3u8', `${'ab'.repeat(20)}.html`])(
    'no medium has the name %s',
    async (name) => {
      const answer = await ask(name, { method: 'PUT', body: 'bytes' })
      expect(answer.ok).toBe(false)
    },
  )

  test('a deployment without a store says so', async () => {
    const answer = await ask(`${'ab'.repeat(20)}.mp4`, {}, openSite({ media: null }))
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'release/no-media-store' })
  })

  test('without a store the site’s own media is served as ever, and the rest is not there', async () => {
    const site = openSite({ media: null })
    const { cookie } = await site.signIn()
    const get = async (path: string) => (await site.fetch(path, { headers: { cookie } })).status
    expect(await get('/media/lecture.mp4')).toBe(200)
    expect(await get('/media/nothing.mp4')).toBe(404)
  })
})
