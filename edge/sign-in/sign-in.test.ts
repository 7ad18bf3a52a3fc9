import { env } from 'cloudflare:workers'
import { describe, expect, inject, test } from 'vitest'
import { Browser } from '../test-support/browser.ts'
import { openSite, rowCounts, settingsWith } from '../test-support/site-under-test.ts'

describe('signing in with the real provider', () => {
  test('an entitled member is led to where they wanted to go, with a new session', async () => {
    const site = openSite()
    const browser = new Browser(site)
    const page = await browser.signIn('olive', '/cet/active/tear-film/')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('gated-article-text')
    const member = await env.DB.prepare('SELECT * FROM member WHERE subject = ?').bind('olive').first()
    expect(member).toMatchObject({
      name: 'Olive Sample',
      entitlement: 'aop-member',
      registrant_types: '["optometrist"]',
    })
    expect(member?.['id']).not.toBe('olive')
  })

  test('signing in twice gives another token and the same member', async () => {
    const site = openSite()
    const browser = new Browser(site)
    await browser.signIn('thea', '/my-cet/')
    const first = browser.cookie('__Host-session')
    await browser.signIn('thea', '/my-cet/')
    expect(browser.cookie('__Host-session')).not.toBe(first)
    const { results } = await env.DB.prepare("SELECT id FROM member WHERE subject = 'thea'").all()
    expect(results).toHaveLength(1)
    const stale = await site.fetch('/my-cet/', { headers: { cookie: `__Host-session=${first}` } })
    expect(stale.status).toBe(401)
  })

  test('the cookie can only be a host cookie, and the database keeps its hash alone', async () => {
    const site = openSite()
    const browser = new Browser(site)
    await browser.signIn('clement', '/my-cet/')
    expect(browser.setCookies.filter((line) => line.startsWith('__Host-session='))).toEqual([
      expect.stringMatching(
        /; Path=\/; HttpOnly; Secure; SameSite=Lax$|Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax/,
      ),
    ])
    const token = browser.cookie('__Host-session') ?? ''
    const { results } = await env.DB.prepare('SELECT token_hash FROM session').all()
    expect(JSON.stringify(results)).not.toContain(token)
  })

  test('somebody without entitlement is signed in and refused with how to join', async () => {
    const browser = new Browser(openSite())
    const page = await browser.signIn('nora', '/cet/active/tear-film/')
    expect(page.status).toBe(403)
    const text = await page.text()
    expect(text).toContain('href="/join/"')
    expect(text).not.toContain('gated-article-text')
    expect((await browser.get('/my-cet/')).status).toBe(200)
  })

  test('cancelling at the provider is told as such', async () => {
    const page = await new Browser(openSite()).signIn('', '/my-cet/')
    expect(page.status).toBe(403)
    expect(await page.text()).toContain('sign-in/refused')
  })

  test('signing out ends the session at once', async () => {
    const site = openSite()
    const browser = new Browser(site)
    await browser.signIn('desmond', '/my-cet/')
    const token = browser.cookie('__Host-session')
    const out = await browser.post('/sign-out')
    expect(out.status).toBe(303)
    expect(out.headers.get('location')).toBe('/signed-out/')
    expect(browser.cookie('__Host-session')).toBeUndefined()
    const again = await site.fetch('/my-cet/', { headers: { cookie: `__Host-session=${token}` } })
    expect(again.status).toBe(401)
    const page = await browser.get('/signed-out/')
    expect(await page.text()).toContain('/session/end?client_id=pack')
  })

  test('the address of signing out offers it to whoever is signed in, and ends nothing by itself', async () => {
    const site = openSite()
    const headers = { accept: 'text/html' }
    const { cookie } = await site.signIn()
    const asked = await site.fetch('/sign-out', { headers: { ...headers, cookie } })
    expect(asked.status).toBe(200)
    expect(asked.headers.get('cache-control')).toBe('private, no-store')
    const text = await asked.text()
    expect(text).toContain('<h1>You are still signed in</h1>')
    // In the header and in the page.
    expect(text.match(/<form method="post" action="\/sign-out">/g)).toHaveLength(2)
    expect((await site.fetch('/my-cet/', { headers: { ...headers, cookie } })).status).toBe(200)

    const over = `__Host-session=${'x'.repeat(43)}`
    for (const other of [headers, { ...headers, cookie: over }]) {
      const visitor = await site.fetch('/sign-out', { headers: other })
      expect([visitor.status, visitor.headers.get('location')]).toEqual([302, '/signed-out/'])
    }
  })
})

describe('a callback that does not fit', () => {
  async function callbackOf(browser: Browser): Promise<URL> {
    const started = await browser.get('/sign-in?to=/my-cet/')
    return browser.authorise(new URL(started.headers.get('location') ?? ''), 'olive')
  }

  test('is refused the second time', async () => {
    const browser = new Browser(openSite())
    const callback = await callbackOf(browser)
    const binding = browser.cookie('__Host-sign-in') ?? ''
    expect((await browser.get(callback.href)).status).toBe(303)
    browser.keep('__Host-sign-in', binding)
    const again = await browser.get(callback.href)
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('sign-in/wrong-state')
  })

  test.for([
    ['a forged state', (url: URL) => url.searchParams.set('state', 'forged')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['two states', (url: URL) => url.searchParams.append('state', 'forged')],
  ] as const)('with %s', async ([, forge]) => {
    const browser = new Browser(openSite())
    const callback = await callbackOf(browser)
    forge(callback)
    const before = await rowCounts()
    const answer = await browser.get(callback.href)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('sign-in/wrong-state')
    expect(browser.cookie('__Host-session')).toBeUndefined()
    expect(await rowCounts()).toEqual(before)
  })

  test('in another browser than the one that began', async () => {
    const site = openSite()
    const callback = await callbackOf(new Browser(site))
    const other = new Browser(site)
    await other.get('/sign-in')
    const answer = await other.get(callback.href)
    expect(answer.status).toBe(400)
    expect(other.cookie('__Host-session')).toBeUndefined()
  })

  test('after ten minutes', async () => {
    const site = openSite()
    const browser = new Browser(site)
    const callback = await callbackOf(browser)
    site.now += 10 * 60_000
    expect((await browser.get(callback.href)).status).toBe(400)
  })

  test('with a forged code', async () => {
    const browser = new Browser(openSite())
    const callback = await callbackOf(browser)
    callback.searchParams.set('code', 'forged')
    const answer = await browser.get(callback.href)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('sign-in/refused')
    expect(browser.cookie('__Host-session')).toBeUndefined()
  })
})

describe('a provider that lies', () => {
  const hostile = (misdeed: string) =>
    new Browser(
      openSite({ settings: settingsWith({ OIDC_ISSUER: `${inject('providers').hostile}/${misdeed}` }) }),
    )

  test('is believed when it does not', async () => {
    const browser = hostile('honest')
    const page = await browser.signIn('', '/my-cet/')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Hostile Sample')
  })

  test.for([
    ['wrong-nonce', 'sign-in/refused'],
    ['no-nonce', 'sign-in/refused'],
    ['wrong-issuer', 'sign-in/refused'],
    ['wrong-audience', 'sign-in/refused'],
    ['two-audiences', 'sign-in/refused'],
    ['expired', 'sign-in/refused'],
    ['foreign-key', 'sign-in/refused'],
    ['unsigned', 'sign-in/refused'],
    ['signed-with-public-key', 'sign-in/refused'],
    ['signed-with-client-secret', 'sign-in/refused'],
    ['tampered', 'sign-in/refused'],
    ['other-user-info', 'sign-in/refused'],
    ['wrong-callback-issuer', 'sign-in/refused'],
    ['wrong-state', 'sign-in/wrong-state'],
    ['token-error', 'sign-in/refused'],
    ['token-down', 'sign-in/provider-unreachable'],
    ['no-id-token', 'sign-in/refused'],
  ] as const)('%s is answered with %s, and nobody is made', async ([misdeed, code]) => {
    const { member, session } = await rowCounts()
    const browser = hostile(misdeed)
    const answer = await browser.signIn('', '/my-cet/')
    expect(answer.status).toBeGreaterThanOrEqual(400)
    const text = await answer.text()
    expect(text).toContain(code)
    expect(text).not.toMatch(/\bat .*\.(ts|js):\d+/)
    expect(browser.cookie('__Host-session')).toBeUndefined()
    expect(await rowCounts()).toMatchObject({ member, session })
  })

  test('a provider that is not there is told as such', async () => {
    const site = openSite({ settings: settingsWith({ OIDC_ISSUER: 'http://localhost:1' }) })
    const answer = await site.fetch('/sign-in', { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).not.toBeNull()
    expect(await answer.text()).toContain('sign-in/provider-unreachable')
  })
})

describe('where to go afterwards', () => {
  test.for([
    ['/cet/active/a/?at=first-steps', '/cet/active/a/#first-steps'],
    ['/cet/active/a/?x=1&at=first%20steps', '/cet/active/a/?x=1#first%20steps'],
    ['/cet/search/?q=uveitis', '/cet/search/?q=uveitis'],
  ] as const)('%s leads to %s', async ([to, location]) => {
    const browser = new Browser(openSite())
    const started = await browser.get(`/sign-in?to=${encodeURIComponent(to)}`)
    const callback = await browser.authorise(new URL(started.headers.get('location') ?? ''), 'olive')
    expect((await browser.get(callback.href)).headers.get('location')).toBe(location)
  })

  test.for([
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
    'https://evil.example/',
    'http:evil.example',
    '/\t/evil.example/',
    '/\n/evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '/.//evil.example/',
    '/..//evil.example',
    'my-cet/',
    '/\u0000',
    'http://localhost:8787/my-cet/',
    `/${'a'.repeat(3000)}`,
  ])('%j is refused', async (to) => {
    const answer = await openSite().fetch(`/sign-in?to=${encodeURIComponent(to)}`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'sign-in/foreign-return' })
  })
})

describe('a session', () => {
  test('ends two hours after the last request', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    site.now += 2 * 3_600_000 - 1
    expect((await site.fetch('/my-cet/', { headers: { cookie } })).status).toBe(200)
    site.now += 2 * 3_600_000 - 1
    expect((await site.fetch('/my-cet/', { headers: { cookie } })).status).toBe(200)
    site.now += 2 * 3_600_000
    const answer = await site.fetch('/my-cet/', { headers: { cookie } })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'session/expired' })
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=; Max-Age=0/)
  })

  test('ends twelve hours after signing in, however busy', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    for (let hour = 1; hour < 12; hour += 1) {
      site.now += 3_600_000
      expect((await site.fetch('/my-cet/', { headers: { cookie } })).status).toBe(200)
    }
    site.now += 3_600_000
    expect((await site.fetch('/my-cet/', { headers: { cookie } })).status).toBe(401)
  })

  test.for(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}=`, "' OR 1=1 --", 'a'.repeat(5000)])(
    'that is forged (%j) is none',
    async (token) => {
      const answer = await openSite().fetch('/my-cet/', { headers: { cookie: `__Host-session=${token}` } })
      expect(answer.status).toBe(401)
    },
  )
})
