import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './support/axe.ts'
import { launchChromium, openWatchedPage } from './support/chromium.ts'
import { eventually } from './support/eventually.ts'
import { signIn } from './support/member.ts'
import { startNetwork } from './support/network.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'

/** What of the pack can be read without a network, by whom and until when. */
describe('without a network', () => {
  const { data, remove } = temporaryData()
  let pack: RunningPack
  let browser: Browser
  let article: string
  let video: string

  beforeAll(async () => {
    pack = await startPack({ data, ports: await freePorts(), args: ['--no-studio'] })
    browser = await launchChromium()
    const path = (id: string) =>
      pack.client().fetch<string>('"/cet/active/" + *[_id == $id][0].slug.current + "/"', { id })
    article = await path('article-dry-eye-in-practice')
    video = await path('video-contact-lens-aftercare')
  })
  afterAll(async () => {
    await browser?.close()
    await pack?.stop()
    remove()
  })

  /** What this device keeps, by store: paths of pages and files. */
  const kept = (page: Page) =>
    page.evaluate(async () => {
      const stores: Record<string, string[]> = {}
      for (const name of await caches.keys()) {
        if (!name.startsWith('member-')) continue
        const entries = await (await caches.open(name)).keys()
        stores[name] = entries.map(({ url }) => new URL(url).pathname)
      }
      return stores
    })
  const keptPaths = async (page: Page) => Object.values(await kept(page)).flat()

  /** Opens a page and waits until this device has kept it with all that it names. */
  async function read(page: Page, path: string): Promise<void> {
    await page.goto(pack.site + path)
    await eventually(`${path} to be kept`, async () => ((await isWhole(page, path)) ? true : undefined))
  }

  /** Whether the copy of a page, its scripts included, lacks nothing that lies beside the pages. */
  const isWhole = (page: Page, path: string) =>
    page.evaluate(async (start) => {
      const wanted = [start]
      for (const each of wanted) {
        const text = await (await caches.match(each))?.text()
        if (text === undefined) return false
        if (each.endsWith('/')) {
          const page = new DOMParser().parseFromString(text, 'text/html')
          for (const element of page.querySelectorAll('img, script, astro-island, link[rel=stylesheet]')) {
            const names = ['src', 'href', 'component-url', 'renderer-url']
            wanted.push(...names.flatMap((name) => element.getAttribute(name) ?? []))
          }
        }
        if (!each.endsWith('.js')) continue
        const imports = text.match(/(?<=(?:from|import)["`]\.\/)[\w.-]+\.js/g) ?? []
        wanted.push(...imports.map((name) => `/_astro/${name}`).filter((next) => !wanted.includes(next)))
      }
      return true
    }, path)

  async function member(
    name: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
    const { page, errors } = await openWatchedPage(browser, options)
    await signIn(page, pack.site, name)
    return { page, context: page.context(), errors }
  }

  test('a member reads on what they have opened, with its pictures, and comes back to fresh pages', async () => {
    const { page, context, errors } = await member('Olive Sample')
    await read(page, article)
    await read(page, `${article}exam/`)
    await read(page, video)
    expect(errors).toEqual([])
    const paths = await keptPaths(page)
    // Nothing but what the pages need: no recording, no record, no answer of the API.
    expect(paths.filter((each) => /^\/(?:media|my-cet|api)/.test(each))).toEqual([])

    await context.setOffline(true)
    await page.goto(pack.site + article)
    expect(await page.getByText('This is the copy on this device').isVisible()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
    const images = page.locator('main img:visible')
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded()
      await expect
        .poll(() => image.evaluate((each: HTMLImageElement) => each.complete && each.naturalWidth))
        .toBeGreaterThan(0)
    }
    expect(await images.count()).toBeGreaterThan(0)
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('system-ui')
    await page.goto(`${pack.site}${article}exam/`)
    await page.getByText(/0 of \d+ answered/).waitFor()
    await page.goto(pack.site + video)
    expect(await page.locator('[data-speed]').isVisible()).toBe(true)
    await page.getByText('The recording needs a network; the transcript is below.').waitFor()
    expect(await page.locator('[data-passage]').first().isVisible()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])

    const lost = await page.goto(`${pack.site}/my-cet/`)
    expect(lost?.status()).toBe(503)
    await page.getByText('this page is not among those').waitFor()
    const listed = await page
      .locator('[data-kept] a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(listed.sort()).toEqual([article, `${article}exam/`, video].sort())
    expect(await accessibilityFaults(page)).toEqual([])

    await context.setOffline(false)
    await page.goto(pack.site + article)
    expect(await page.getByText('You are offline').count()).toBe(0)
    await context.close()
  })

  test('signing out deletes every copy, even without a network', async () => {
    const { page, context } = await member('Olive Sample')
    await read(page, article)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/signed-out/')
    expect(await kept(page)).toEqual({})
    await context.setOffline(true)
    await page.goto(pack.site + article)
    await page.getByText('this page is not among those').waitFor()
    await context.setOffline(false)

    await signIn(page, pack.site, 'Olive Sample')
    await read(page, article)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('The site itself could not be told').waitFor()
    expect(await kept(page)).toEqual({})
    await page.goto(pack.site + article)
    await page.getByText('this page is not among those').waitFor()
    await context.close()
  })

  test('a sign-out that the site was not told of is made good with one button', async () => {
    const { page, context } = await member('Olive Sample')
    await read(page, article)
    const isSignedIn = async () => (await context.cookies()).some(({ name }) => name === '__Host-session')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Sign out' }).click()
    const again = page.getByRole('button', { name: 'Sign out again' })
    await again.waitFor()
    expect(await page.getByRole('link', { name: 'Try again' }).isVisible()).toBe(false)
    expect(await accessibilityFaults(page)).toEqual([])
    // Still no network.
    await again.click()
    await again.waitFor()
    expect(await isSignedIn()).toBe(true)

    await context.setOffline(false)
    // Whoever types the address, or reloads it without what was sent, finds the way out as well.
    await page.goto(`${pack.site}/sign-out`)
    await page.getByRole('heading', { name: 'You are still signed in' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await context.setOffline(true)
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
    await again.waitFor()
    await context.setOffline(false)
    await again.click()
    await page.waitForURL('**/signed-out/')
    expect(await isSignedIn()).toBe(false)
    await page.goto(`${pack.site}/sign-out`)
    expect(new URL(page.url()).pathname).toBe('/signed-out/')
    await context.close()
  })

  test('what a member wrote waits in the page while there is no way to the site, and is saved once when there is', async () => {
    const network = await startNetwork()
    const { page, context } = await member('Olive Sample', { proxy: network.proxy })
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    const goal = 'Learn “gonioscopy” & <teach> it'
    const again = page.getByRole('button', { name: 'Send it again' })
    const sendAgain = () => Promise.all([page.waitForEvent('load'), again.click()])
    await page.goto(`${pack.site}/my-cet/goals/`)
    await page.getByLabel('What do you want to achieve?').fill(goal)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Add the goal' }).click()
    await again.waitFor()
    expect(await page.getByRole('link', { name: 'Try again' }).isVisible()).toBe(false)
    expect(await accessibilityFaults(page)).toEqual([])
    // Still no network, and then one that does not reach the site.
    await sendAgain()
    await again.waitFor()
    await context.setOffline(false)
    network.fate = () => 'bad gateway'
    await sendAgain()
    await again.waitFor()
    network.fate = () => 'passes'
    await again.click()
    await page.waitForURL(/added=/)
    expect(await page.locator('.cet-goal h3').allTextContents()).toEqual([goal])
    await context.close()
    await network.close()
  })

  test('what another site fills in for a member never waits in a page of this one', async () => {
    const { page, context } = await member('Olive Sample')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.goto('about:blank')
    await page.setContent(
      `<form method="post" action="${pack.site}/my-cet/goals/"><input name="text" value="Not theirs"><button>Win</button></form>`,
    )
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Win' }).click({ noWaitAfter: true })
    await expect.poll(() => page.url()).not.toBe('about:blank')
    await page.waitForLoadState()
    expect(await page.getByRole('button', { name: 'Send it again' }).count()).toBe(0)
    await context.close()
  })

  test('another member on the same device never sees a copy of the first', async () => {
    const { page, context } = await member('Olive Sample')
    await read(page, article)
    const [first] = Object.keys(await kept(page))
    // The session is lost and not signed out: another person signs in over it.
    await context.clearCookies()
    await signIn(page, pack.site, 'Thea Sample')
    expect(await kept(page)).toEqual({})
    await read(page, video)
    const stores = await kept(page)
    expect(Object.keys(stores)).toHaveLength(1)
    expect(stores).not.toHaveProperty(first ?? '')
    expect(Object.values(stores).flat()).not.toContain(article)
    await context.setOffline(true)
    await page.goto(pack.site + article)
    await page.getByText('this page is not among those').waitFor()
    expect(await page.content()).not.toContain('Olive')
    await context.close()
  })

  test('a visitor leaves nothing on a device, and a session that is lost takes its copies along', async () => {
    const { page, context } = await member('Olive Sample')
    await read(page, article)
    await context.clearCookies()
    await page.goto(`${pack.site}/cet/active/`)
    expect(await kept(page)).toEqual({})
    await page.goto(`${pack.site}/cet/competencies/`)
    expect(await kept(page)).toEqual({})
    await context.close()
  })

  test('a session whose time is over is not read from, and is deleted', async () => {
    const { page, context } = await member('Olive Sample')
    await read(page, article)
    await context.setOffline(true)
    const setTerm = (term: { until: number; seen: number }) =>
      page.evaluate(async (value) => {
        const [name = ''] = (await caches.keys()).filter((each) => each.startsWith('member-'))
        await (await caches.open(name)).put('/offline/term', new Response(JSON.stringify(value)))
      }, term)
    await page.goto(pack.site + article)
    await page.getByText('This is the copy on this device').waitFor()
    await setTerm({ until: Date.now() - 1, seen: Date.now() - 2 })
    await page.goto(pack.site + article)
    await page.getByText('this page is not among those').waitFor()
    expect(await kept(page)).toEqual({})
    await context.close()
  })

  test('a network that hangs or does not reach the site leaves a member what is kept', async () => {
    const network = await startNetwork()
    const { page, context } = await member('Olive Sample', { proxy: network.proxy })
    await read(page, article)
    network.fate = () => 'hangs'
    const begun = Date.now()
    await page.goto(pack.site + article, { waitUntil: 'commit' })
    expect(Date.now() - begun).toBeGreaterThan(5500)
    await page.getByText('The network is slow').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('system-ui')
    const image = page.locator('main img:visible').first()
    await image.scrollIntoViewIfNeeded()
    await expect
      .poll(() => image.evaluate((each: HTMLImageElement) => each.complete && each.naturalWidth))
      .toBeGreaterThan(0)

    // What is not kept is waited for. A browser has only six connections to hang on.
    network.fate = ({ pathname }) => (pathname === '/my-cet/' ? 'hangs' : 'passes')
    network.letGo()
    const wanted = page.goto(`${pack.site}/my-cet/`)
    await eventually('the page to hang', () => network.hanging().includes('/my-cet/') || undefined)
    await delay(7000)
    network.fate = () => 'passes'
    network.letGo()
    expect((await wanted)?.status()).toBe(200)

    network.fate = () => 'bad gateway'
    await page.goto(pack.site + article)
    await page.getByText('The site cannot be reached').waitFor()
    expect((await page.goto(`${pack.site}/my-cet/`))?.status()).toBe(502)
    network.fate = () => 'passes'
    await page.goto(pack.site + article)
    expect(await page.getByText('This is the copy on this device').count()).toBe(0)
    await context.close()
    await network.close()
  })

  test('an answer that comes after the copy was shown still ends the copies of a session that is over', async () => {
    const network = await startNetwork()
    const { page, context } = await member('Olive Sample', { proxy: network.proxy })
    await read(page, article)
    network.fate = ({ pathname }) => (pathname === article ? 'hangs' : 'passes')
    await page.goto(pack.site + article)
    await page.getByText('The network is slow').waitFor()
    expect(Object.keys(await kept(page))).toHaveLength(1)
    const session = (await context.cookies()).find(({ name }) => name === '__Host-session')
    const out = await fetch(`${pack.site}/sign-out`, {
      method: 'POST',
      headers: { origin: pack.site, cookie: `__Host-session=${session?.value}` },
      redirect: 'manual',
    })
    expect(out.status).toBe(303)
    expect(network.hanging()).toContain(article)
    network.letGo()
    await expect.poll(() => kept(page)).toEqual({})
    await context.close()
    await network.close()
  })

  test('whoever signs in over another member waits for a slow page and sees no copy of theirs', async () => {
    const network = await startNetwork()
    const { page, context } = await member('Olive Sample', { proxy: network.proxy })
    await read(page, article)
    await context.clearCookies()
    await page.goto(`${pack.site}/sign-in?to=${encodeURIComponent(article)}`)
    network.fate = ({ pathname }) => (pathname === article ? 'hangs' : 'passes')
    await page.getByRole('button', { name: /Thea Sample/ }).click({ noWaitAfter: true })
    await eventually('the page to hang', () => network.hanging().includes(article) || undefined)
    await delay(8000)
    expect(page.url()).not.toBe(pack.site + article)
    network.letGo()
    await page.waitForURL(pack.site + article)
    expect(await page.getByText('Thea Sample').isVisible()).toBe(true)
    await context.close()
    await network.close()
  })

  test('the site can be installed', async () => {
    const { page, context } = await member('Olive Sample')
    const session = await context.newCDPSession(page)
    const { errors, url, data: manifest } = await session.send('Page.getAppManifest')
    expect([errors, new URL(url).pathname]).toEqual([[], '/manifest.webmanifest'])
    expect(JSON.parse(manifest ?? '').display).toBe('standalone')
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    // A context of a test is a private window, in which nothing is ever installed.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
      [],
    )
    await context.close()
  })
})
