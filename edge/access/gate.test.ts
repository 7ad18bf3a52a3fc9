import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { openSite } from '../test-support/site-under-test.ts'

const gated = [
  '/cet/active/tear-film/',
  '/cet/active/tear-film/exam/',
  '/cet/active/tear-film/index.html',
  '/cet/interactive/',
  '/media/lecture.mp4',
  '/media/lecture.vtt',
  '/_astro/figure.d4e5f6.webp',
  '/shell/',
  '/csp.json',
  '/pack.json',
  '/search-index.json',
  '/cet/search/',
  '/cet/search/?q=tear',
  '/certificate-fonts/regular.ttf',
  '/my-cet/',
  '/my-cet/certificates/',
]
/** Of the same shape, and not there. */
const absent = [
  '/cet/active/tear-gone/',
  '/media/nothing.mp4',
  '/_astro/figure.ffffff.webp',
  '/hidden/',
  '/my-cet/attempts/none/',
  '/my-cet/certificates/none/',
  '/my-cet/certificates/none.pdf',
]

/** Ways of writing a path that some server somewhere reads as the same one. */
const encodings: Readonly<Record<string, (path: string) => string>> = {
  plain: (path) => path,
  'first letter escaped': (path) => path.replace(/[a-z]/, hex),
  'every letter escaped': (path) => path.replaceAll(/[a-z]/g, hex),
  'escapes in capitals': (path) => path.replaceAll(/[a-z]/g, (letter) => hex(letter).toUpperCase()),
  'slashes escaped': (path) => `/${path.slice(1).replaceAll('/', '%2f')}`,
  'slashes escaped in capitals': (path) => `/${path.slice(1).replaceAll('/', '%2F')}`,
  'last slash escaped': (path) => path.replace(/\/$/, '%2f'),
  'first slash escaped too': (path) => `/%2f${path.slice(1)}`,
  'escaped twice': (path) => path.replace(/[a-z]/, (letter) => hex(letter).replace('%', '%25')),
  'slash escaped twice': (path) => `/${path.slice(1).replace('/', '%252f')}`,
  'doubled slashes': (path) => path.replaceAll('/', '//'),
  'doubled first slash': (path) => `/${path}`,
  'many slashes': (path) => `////${path}`,
  backslashes: (path) => `/${path.slice(1).replaceAll('/', '\\')}`,
  'escaped backslashes': (path) => `/${path.slice(1).replaceAll('/', '%5c')}`,
  'dot segment': (path) => `/.${path}`,
  'escaped dot segment': (path) => `/%2e${path}`,
  'dot segments through a public page': (path) => `/join/..${path}`,
  'escaped dots through a public page': (path) => `/join/%2e%2e${path}`,
  'half escaped dots': (path) => `/join/.%2e${path}`,
  'escaped slash and dots': (path) => `/join%2f..${path}`,
  'twice escaped dots': (path) => `/join/%252e%252e${path}`,
  'public style sheet in front': (path) => `/_astro/site.abc123.css/..${path}`,
  'public style sheet behind': (path) => `${path}/_astro/site.abc123.css`,
  'ending of a style sheet': (path) => `${path}.css`,
  'escaped ending of a style sheet': (path) => `${path}%00.css`,
  'semicolon parameters': (path) => `${path};x.css`,
  'query that looks public': (path) => `${path}?/_astro/site.css`,
  'escaped question mark': (path) => `${path}%3f.css`,
  'escaped number sign': (path) => `${path}%23.css`,
  'null byte': (path) => `${path}%00`,
  'tab in it': (path) => path.replace('/', '/%09'),
  'space behind': (path) => `${path}%20`,
  'dot behind': (path) => `${path}.`,
  'overlong slash': (path) => `/${path.slice(1).replace('/', '%c0%af')}`,
  'overlong dot': (path) => `/join/%c0%ae%c0%ae${path}`,
  'full-width slash': (path) => `/${path.slice(1).replace('/', '／')}`,
  'full-width letter': (path) => path.replace('m', 'ｍ'),
  'capital letters': (path) => path.toUpperCase(),
  'broken escape': (path) => `${path}%`,
  'escape of no hexadecimal': (path) => `${path}%zz`,
  'slash of the index': (path) => `${path}index.html`,
  'without its slash': (path) => path.replace(/\/$/, ''),
}

function hex(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`
}

const secrets = [
  'gated-article-text',
  'gated-booking-link',
  'gated-image',
  'gated-search-text',
  'data-question',
  'vvvvvvvv',
  '0123456789',
  'sha256-',
  'data-slot="content"',
]

/** Everything of an answer that a stranger can see, with the path taken out of it. */
async function seen(answer: Response, path: string): Promise<string> {
  const own = encodeURIComponent(path)
  const headers = Array.from(answer.headers, ([name, value]) => `${name}: ${value.replace(own, 'PATH')}`)
  return JSON.stringify([answer.status, headers, await answer.text()])
}

describe('without a session', () => {
  test.for(Object.entries(encodings))(
    'written as: %s, nothing comes out and nothing can be told apart',
    async ([, encode]) => {
      const site = openSite()
      for (const method of ['GET', 'HEAD']) {
        for (const accept of ['text/html', '*/*']) {
          const answers = new Map<string, string>()
          for (const path of [...gated, ...absent]) {
            const url = new URL(`http://localhost:8787${encode(path)}`)
            // Style sheets are public, and their names are in every public page.
            if (/^\/_astro\/[\w.-]+\.css$/.test(url.pathname)) continue
            const answer = await site.fetch(url.href, { method, headers: { accept } })
            const text = await seen(answer, url.pathname + url.search)
            for (const secret of secrets) expect(text, `${method} ${url.pathname}`).not.toContain(secret)
            answers.set(url.pathname, text)
          }
          expect(new Set(answers.values()).size, JSON.stringify(Array.from(answers))).toBe(1)
          expect(Array.from(answers.values())[0]).toMatch(accept === 'text/html' ? /^\[302,/ : /^\[401,/)
        }
      }
    },
  )

  test('the path may not reach the files unseen', async () => {
    const looked: string[] = []
    const site = openSite()
    const assets = {
      fetch: (input: URL) => {
        looked.push(input.pathname)
        return env.ASSETS.fetch(input)
      },
    }
    Object.assign(site.edge, { assets })
    for (const path of gated) await site.fetch(path)
    expect(looked).toEqual([])
  })

  test.for(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s is refused like anything else',
    async (method) => {
      for (const path of [...gated, ...absent, '/api/exams/exam-x/attempts', '/api/attempts/x']) {
        const answer = await openSite().fetch(path, { method })
        expect(answer.status).toBe(401)
        expect(await answer.json()).toMatchObject({ code: 'session/missing' })
      }
    },
  )

  test.for([
    ['/', 200],
    ['/cet/', 200],
    ['/cet/active/', 200],
    ['/cet/competencies/', 200],
    ['/join/', 200],
    ['/privacy/', 200],
    ['/signed-out/', 200],
    ['/verify/', 200],
    ['/verify', 308],
    ['/verify/0000-0000/', 404],
    ['/verify/index.html/x/', 401],
    ['/favicon.svg', 200],
    ['/robots.txt', 200],
    ['/_astro/site.abc123.css', 200],
    ['/_astro/site.abc123.js', 200],
    ['/_astro/none.css', 404],
    ['/.well-known/jwks.json', 200],
    ['/cet', 308],
  ] as const)('%s is public', async ([path, status]) => {
    expect((await openSite().fetch(path)).status).toBe(status)
  })

  test('another name of the site leads to the one that cookies belong to', async () => {
    const answer = await openSite().fetch('http://127.0.0.1:8787/cet/?a=1')
    expect(answer.status).toBe(308)
    expect(answer.headers.get('location')).toBe('http://localhost:8787/cet/?a=1')
  })
})

describe('signed in', () => {
  test('an entitled member has every page and file, and not the parts of the Worker', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    const status = async (path: string) => (await site.fetch(path, { headers: { cookie } })).status
    for (const path of gated.filter((each) => !/shell|csp|pack|fonts|index|\?/.test(each)))
      expect(await status(path)).toBe(200)
    for (const path of [
      ...absent,
      '/shell/',
      '/shell',
      '/shell/index.html',
      '/csp.json',
      '/pack.json',
      '/search-index.json',
      '/certificate-fonts/regular.ttf',
    ]) {
      expect(await status(path), path).toBe(404)
    }
    expect(await status('/cet/active/tear-film')).toBe(308)
    expect(await status('/%63et/active/tear-film/')).toBe(404)
    expect(await status('/cet%2factive%2ftear-film/')).toBe(404)
  })

  test('a member without entitlement learns nothing of what is there', async () => {
    const site = openSite()
    const { cookie } = await site.signIn({ entitlement: undefined })
    const answers = new Set<string>()
    const pack = (paths: readonly string[]) => paths.filter((each) => !each.startsWith('/my-cet/'))
    for (const path of [...pack(gated), ...pack(absent)]) {
      const answer = await site.fetch(path, { headers: { cookie, accept: 'text/html' } })
      expect(answer.status).toBe(403)
      answers.add(await answer.text())
    }
    expect(answers.size).toBe(1)
    expect(Array.from(answers)[0]).toContain('href="/join/"')
    expect((await site.fetch('/my-cet/', { headers: { cookie } })).status).toBe(200)
  })

  test('a page is for reading only', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    const answer = await site.fetch('/cet/active/tear-film/', { method: 'POST', headers: { cookie } })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
  })
})
