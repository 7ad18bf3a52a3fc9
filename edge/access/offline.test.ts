import { describe, expect, test } from 'vitest'
import { openSite } from '../test-support/site-under-test.ts'

const page = { accept: 'text/html' }
const item = '/cet/active/tear-film/'

describe('what pages tell a device of the session', () => {
  const told = async (site: ReturnType<typeof openSite>, path: string, cookie?: string) =>
    (await site.fetch(path, { headers: { ...page, ...(cookie && { cookie }) } })).headers.get(
      'offline-session',
    )

  test('a key that is the session’s own, and which pages may be kept', async () => {
    const site = openSite()
    const first = await site.signIn()
    const second = await site.signIn()
    const shown = await told(site, item, first.cookie)
    expect(shown).toMatch(/^[0-9a-f]{32}; seconds=7140; keep$/)
    expect(await told(site, `${item}exam/`, first.cookie)).toBe(shown)
    expect(await told(site, '/my-cet/', first.cookie)).toBe(shown?.replace('; keep', ''))
    expect(await told(site, '/', first.cookie)).toBe(shown?.replace('; keep', ''))
    expect(await told(site, item, second.cookie)).not.toBe(shown)
    expect(first.cookie).not.toContain(shown?.slice(0, 16))
  })

  test('that there is none, to a visitor and once it is over', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    expect(await told(site, '/')).toBe('none')
    expect(await told(site, '/signed-out/')).toBe('none')
    site.now += 3 * 60 * 60_000
    expect(await told(site, '/', cookie)).toBe('none')
  })

  test('less and less time, until the day’s session ends', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    const seconds: number[] = []
    for (let hour = 0; hour < 12; hour++) {
      seconds.push(Number(/seconds=(\d+)/.exec((await told(site, item, cookie)) ?? '')?.[1]))
      site.now += 60 * 60_000
    }
    expect(seconds.slice(-3)).toEqual([7140, 7140, 3600])
  })

  test('nothing to keep where a page is refused or missing', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    const outsider = await site.signIn({ entitlement: undefined })
    expect(await told(site, '/cet/active/none/', cookie)).not.toContain('keep')
    expect(await told(site, item, outsider.cookie)).not.toContain('keep')
  })

  test('and only members’ pages have the script that keeps them', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    const script = '<script type="module" src="/keep-offline.js"></script>'
    expect(await (await site.fetch('/', { headers: page })).text()).not.toContain(script)
    expect(await (await site.fetch('/', { headers: { ...page, cookie } })).text()).toContain(script)
  })
})
