import { describe, expect, test } from 'vitest'
import { sampleExam } from '../test-support/sample-exam.ts'
import { openSite, releaseToken } from '../test-support/site-under-test.ts'

describe('security headers', () => {
  test('are on every class of response', async () => {
    const site = openSite()
    await site.release([{ version: sampleExam('exam-headers') }])
    const { cookie } = await site.signIn()
    const outsider = await site.signIn({ entitlement: undefined })
    const page = { accept: 'text/html' }
    const answers: Record<string, Response> = {
      'public page': await site.fetch('/'),
      'public file': await site.fetch('/_astro/site.abc123.css'),
      'public file that is not there': await site.fetch('/_astro/none.css'),
      'redirect to sign-in': await site.fetch('/my-cet/', { headers: page }),
      'sign-in': await site.fetch('/sign-in'),
      'foreign return': await site.fetch('/sign-in?to=//evil.example', { headers: page }),
      'problem as JSON': await site.fetch('/my-cet/'),
      'member page': await site.fetch('/my-cet/', { headers: { cookie } }),
      'gated page': await site.fetch('/cet/active/tear-film/', { headers: { cookie } }),
      'page that is not there': await site.fetch('/none/', { headers: { cookie, ...page } }),
      refusal: await site.fetch('/media/lecture.mp4', { headers: { cookie: outsider.cookie, ...page } }),
      media: await site.fetch('/media/lecture.mp4', { headers: { cookie } }),
      'media range': await site.fetch('/media/lecture.mp4', { headers: { cookie, range: 'bytes=0-1' } }),
      'media range beyond': await site.fetch('/media/lecture.mp4', {
        headers: { cookie, range: 'bytes=999999-' },
      }),
      'problem of the API': await site.fetch('/api/attempts/none', { headers: { cookie } }),
      'cross-site': await site.fetch('/sign-out', { method: 'POST', headers: { cookie } }),
      keys: await site.fetch('/.well-known/jwks.json'),
      'release refused': await site.fetch('/api/release', { method: 'PUT' }),
      'release malformed': await site.fetch('/api/release', {
        method: 'PUT',
        headers: { authorization: `Bearer ${releaseToken}`, 'content-type': 'application/json' },
        body: '{',
      }),
      'another host': await site.fetch('http://127.0.0.1:8787/'),
      'wrong method': await site.fetch('/', { method: 'DELETE' }),
    }
    for (const [kind, { headers }] of Object.entries(answers)) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, kind).toContain("default-src 'none'")
      expect(policy, kind).toContain("frame-ancestors 'none'")
      expect(policy, kind).not.toContain('unsafe')
      expect(headers.get('x-content-type-options'), kind).toBe('nosniff')
      expect(headers.get('strict-transport-security'), kind).toMatch(/^max-age=\d{8}/)
      expect(headers.get('referrer-policy'), kind).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy'), kind).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy'), kind).toBe('same-origin')
      expect(headers.get('permissions-policy'), kind).toContain('camera=()')
      const shared = ['public page', 'public file', 'keys'].includes(kind)
      expect(headers.get('cache-control'), kind).toMatch(shared ? /^public/ : /^private, no-store$/)
    }
    expect(answers['public file']?.headers.get('cache-control')).toContain('immutable')
  })

  test('let exactly the inline code of the build run', async () => {
    const policy = (await openSite().fetch('/')).headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self' 'sha256-AAAA")
    expect(policy).toContain("style-src 'self';")
  })

  test('let script feed the player on pages with a stream, and nowhere else', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    const policy = async (path: string, headers = { cookie, accept: 'text/html' }) =>
      (await site.fetch(path, { headers })).headers.get('content-security-policy')
    expect(await policy('/cet/active/tear-film/')).toContain("media-src 'self' blob:;")
    for (const path of ['/', '/cet/active/tear-film/exam/', '/my-cet/', '/none/'])
      expect(await policy(path)).toContain("media-src 'self';")
    const outsider = await site.signIn({ entitlement: undefined })
    expect(
      await policy('/cet/active/tear-film/', { cookie: outsider.cookie, accept: 'text/html' }),
    ).toContain("media-src 'self';")
  })

  test('a public page is kept by nobody once it names a member', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    const page = await site.fetch('/', { headers: { cookie } })
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(page.headers.get('vary')).toContain('Cookie')
    expect(await page.text()).toContain('Olive Sample')
  })
})

describe('a member’s name', () => {
  test('is text, whatever it holds', async () => {
    const site = openSite()
    const { cookie } = await site.signIn({ name: '<img src=x onerror=alert(1)>&"', gocNumber: '"><b>' })
    const text = await (await site.fetch('/my-cet/', { headers: { cookie } })).text()
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('<b>')
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;')
  })
})
