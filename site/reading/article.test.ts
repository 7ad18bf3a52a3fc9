import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from '../../tests/support/axe.ts'
import { launchChromium, openWatchedPage } from '../../tests/support/chromium.ts'
import { type ServedSite, servedSite } from '../test-support/served-site.ts'

const path = '/cet/active/red-eye/'

let site: ServedSite
let browser: Browser

beforeAll(async () => {
  site = await servedSite((_request, response) => response.writeHead(404).end())
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** Opens the article as the Worker would hand it to a member; without one as a stranger’s. */
async function openArticle(member: string | undefined, options: BrowserContextOptions = {}) {
  const watched = await openWatchedPage(browser, { viewport: { width: 1280, height: 500 }, ...options })
  if (member !== undefined) await readAs(watched.page, member)
  await watched.page.goto(site.origin + path)
  return watched
}

async function readAs(page: Page, member: string) {
  await page.unroute(site.origin + path)
  await page.route(site.origin + path, async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace('<body>', `<body data-member="${member}">`)
    await route.fulfill({ response: answer, body })
  })
}

const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }))
const current = (page: Page) => page.locator('.contents [aria-current="location"]')
const read = (page: Page, id: string) =>
  page.evaluate((to) => document.getElementById(to)?.scrollIntoView(), id)

describe('where one is', () => {
  test('shows in the contents, also after a jump past several sections and back', async () => {
    const { page } = await openArticle(undefined)
    expect(await current(page).count()).toBe(0)
    await read(page, 'references')
    await expect.poll(() => current(page).textContent()).toMatch(/References/)
    await page.evaluate(() => scrollTo(0, 0))
    await expect.poll(() => current(page).count()).toBe(0)
    await page.context().close()
  })

  test('is kept for the member, offered on return, and forgotten when they say so', async () => {
    const { page, errors } = await openArticle('a1')
    await read(page, 'first-steps-2')
    await expect.poll(() => kept(page)).toEqual({ [`reading:a1:${path}`]: '#first-steps-2' })
    await page.goto(site.origin + path)
    const offer = page.getByRole('link', { name: 'First steps' }).and(page.locator('.resume a'))
    await offer.waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Tab')
    await offer.focus()
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#first-steps-2')

    await page.goto('about:blank')
    await page.goto(site.origin + path)
    await page.getByRole('button', { name: 'Forget this place' }).click()
    expect(await kept(page)).toEqual({})
    expect(await page.locator('.resume').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('is nobody else’s on the same device, and a stranger leaves nothing', async () => {
    const { page } = await openArticle('a1')
    await read(page, 'first-steps-2')
    await expect.poll(() => kept(page)).not.toEqual({})
    await readAs(page, 'b2')
    await page.goto(site.origin + path)
    await expect.poll(() => page.locator('.resume').isVisible()).toBe(false)
    await page.context().close()

    const stranger = await openArticle(undefined)
    await read(stranger.page, 'first-steps-2')
    await current(stranger.page).waitFor()
    expect(await kept(stranger.page)).toEqual({})
    await stranger.page.context().close()
  })

  test('is forgotten by whoever has come to the exam', async () => {
    const { page } = await openArticle('a1')
    await read(page, 'first-steps-2')
    await expect.poll(() => kept(page)).not.toEqual({})
    await read(page, 'exam-call')
    await expect.poll(() => kept(page)).toEqual({})
    await page.context().close()
  })

  test('is shown as ever by a browser that keeps nothing', async () => {
    const watched = await openWatchedPage(browser, { viewport: { width: 1280, height: 500 } })
    const { page, errors } = watched
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    })
    await readAs(page, 'a1')
    await page.goto(site.origin + path)
    await read(page, 'references')
    await expect.poll(() => current(page).textContent()).toMatch(/References/)
    expect(errors).toEqual([])
    await page.context().close()
  })
})

describe('the link of a section', () => {
  const link = (page: Page) =>
    page.locator('.prose').getByRole('link', { name: 'Link to “First steps”' }).first()

  test('is copied, said politely, and in the address bar', async () => {
    const { page } = await openArticle(undefined, { permissions: ['clipboard-read', 'clipboard-write'] })
    await link(page).focus()
    // It fades in.
    await expect.poll(() => link(page).evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toBe('The address of this section was copied.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site.origin}${path}?at=first-steps#first-steps`,
    )
    expect(new URL(page.url()).hash).toBe('#first-steps')
    await page.context().close()
  })

  test('stays in the address bar where a browser refuses to copy', async () => {
    const { page, errors } = await openArticle(undefined)
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'))
    })
    await link(page).click()
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toBe('The address of this section is in the address bar.')
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('is always in sight under a finger, and large enough for one', async () => {
    const { page } = await openArticle(undefined, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 640 },
    })
    expect(await link(page).evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
    const box = await link(page).boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
    await page.context().close()
  })
})

describe('without script', () => {
  test('a figure opens by keyboard, closes by Escape and gives the focus back', async () => {
    const { page } = await openArticle(undefined, { javaScriptEnabled: false })
    const open = page.getByRole('button', { name: 'Enlarge figure 1' })
    await open.focus()
    await page.keyboard.press('Enter')
    const large = page.getByRole('dialog', { name: 'Figure 1, enlarged' })
    await large.waitFor()
    expect(await large.getByRole('img', { name: 'A red square' }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await large.waitFor({ state: 'hidden' })
    await page.keyboard.press('Enter')
    await large.waitFor()
    await large.getByRole('button', { name: 'Back to the article' }).click()
    await large.waitFor({ state: 'hidden' })
    await page.context().close()
  })

  test('a reference leads back to the very place that cites it', async () => {
    const { page } = await openArticle(undefined, { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Back to citation b of reference 1' }).click()
    expect(new URL(page.url()).hash).toBe('#cite-1b')
    await page.getByRole('link', { name: 'Reference 1', exact: true }).last().click()
    expect(new URL(page.url()).hash).toBe('#work-1')
    expect(await page.locator('.resume').isVisible()).toBe(false)
    await page.context().close()
  })

  test('an enlarged figure has no accessibility faults', async () => {
    const { page } = await openArticle(undefined)
    await page.getByRole('button', { name: 'Enlarge figure 1' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  })
})
