import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  launchChromium,
  launchWithLargeLetters,
  openDetails,
  openWatchedPage,
  sideways,
} from '../tests/support/chromium.ts'
import { type ServedSite, servedSite } from './test-support/served-site.ts'

/** One address of each kind of page. */
const paths = [
  '/',
  '/cet/',
  '/cet/active/',
  '/cet/active/red-eye/',
  '/cet/active/red-eye/exam/',
  '/cet/active/slit-lamp/',
  '/cet/competencies/',
  '/cet/interactive/',
  '/cet/search/',
  '/join/',
  '/my-cet/',
  '/my-cet/certificates/',
  '/offline/',
  '/privacy/',
  '/shell/my-cet/',
  '/signed-out/',
  '/verify/',
]
const article = '/cet/active/red-eye/'

let site: ServedSite
let browser: Browser
let large: Browser

beforeAll(async () => {
  site = await servedSite((_request, response) => response.writeHead(404).end())
  browser = await launchChromium()
  large = await launchWithLargeLetters()
})
afterAll(async () => {
  await browser?.close()
  await large?.close()
  await site?.stop()
})

describe.each(paths)('%s', (path) => {
  test('with letters of twice the size, nothing runs over the edge', async () => {
    const { page } = await openWatchedPage(large)
    await page.goto(site.origin + path)
    await openDetails(page)
    for (const width of [1280, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 740 })
      expect(await sideways(page), `${width} px`).toBe(0)
    }
    await page.context().close()
  })

  test('zoomed to 200 %, nothing runs over the edge', async () => {
    const { page } = await openWatchedPage(browser, { viewport: { width: 640, height: 360 } })
    await page.goto(site.origin + path)
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  })

  test('in forced colours, what can be pressed has an edge', async () => {
    const { page } = await openWatchedPage(browser, { forcedColors: 'active' })
    await page.goto(site.origin + path)
    const bare = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.button, .button-secondary, .tag'))
        .filter((element) => {
          const { borderTopStyle, borderTopWidth } = getComputedStyle(element)
          return borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) < 1
        })
        .map((element) => element.outerHTML),
    )
    expect(bare).toEqual([])
    await page.context().close()
  })

  test('for those who asked for less motion, nothing moves', async () => {
    const { page } = await openWatchedPage(browser, { reducedMotion: 'reduce' })
    await page.goto(site.origin + path)
    const moving = await page.evaluate(() =>
      Array.from(document.querySelectorAll('*'))
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
          const still = transitionDuration.split(',').every((time) => (Number.parseFloat(time) || 0) === 0)
          return !still || !['', 'none'].includes(animationName) || scrollBehavior === 'smooth'
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    )
    expect(moving).toEqual([])
    await page.context().close()
  })

  test('on paper there is neither navigation nor a button', async () => {
    const { page } = await openWatchedPage(browser)
    await page.emulateMedia({ media: 'print' })
    await page.goto(site.origin + path)
    for (const gone of [
      '.masthead nav',
      '.member',
      '.skip-link',
      '.site-footer ul',
      '.crumbs',
      '.button',
      '.player-bar',
      '.follow',
    ]) {
      for (const element of await page.locator(gone).all())
        expect(await element.isVisible(), gone).toBe(false)
    }
    expect(await page.locator('.brand').isVisible()).toBe(true)
    await page.context().close()
  })
})

test('an article on paper has its figures, captions and references, with addresses written out', async () => {
  const { page } = await openWatchedPage(browser, { colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  await page.goto(site.origin + article)
  for (const shown of [
    'figure img',
    'figcaption',
    'table caption',
    '.references li',
    '#how-this-counts',
    '.printed',
  ])
    expect(
      await page
        .locator(shown)
        .first()
        .evaluate((element) => getComputedStyle(element).display),
    ).not.toBe('none')
  for (const gone of ['.contents', '.anchor', '.figure-open', '.back', '.beside', '.exam-call', '.resume'])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false)
  const written = await page
    .locator('.references a[href^="https://doi.org"]')
    .first()
    .evaluate((element) => getComputedStyle(element, '::after').content)
  expect(written).toContain('https://doi.org/10.1000/182')
  const paper = await page.evaluate(() => [
    getComputedStyle(document.body).backgroundColor,
    getComputedStyle(document.body).color,
  ])
  expect(paper).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  await page.context().close()
})

test('the way home is no wider than what it shows, and the member stands at the edge', async () => {
  const { page } = await openWatchedPage(browser, { viewport: { width: 1280, height: 720 } })
  await page.goto(site.origin)
  const box = async (part: string) => {
    const { x = 0, width = 0 } = (await page.locator(part).boundingBox()) ?? {}
    return { start: x, end: x + width }
  }
  const [brand, nav, member] = [await box('.brand'), await box('.masthead nav'), await box('.member')]
  expect(brand.end - brand.start).toBeLessThan(240)
  expect(nav.start).toBeGreaterThan(brand.end)
  expect(member.start - nav.end).toBeLessThan(40)
  await page.context().close()
})

test('the contents stay beside the text on a wide screen, and above it on a narrow one', async () => {
  const { page } = await openWatchedPage(browser, { viewport: { width: 1280, height: 720 } })
  await page.goto(site.origin + article)
  const places = () =>
    page.evaluate(() =>
      ['.contents', '.objectives'].map((part) =>
        document.querySelector(part)?.getBoundingClientRect().toJSON(),
      ),
    )
  const [contents, text] = await places()
  expect(contents?.right).toBeLessThanOrEqual(text?.left ?? 0)
  await page.evaluate(() => scrollTo(0, 600))
  await expect.poll(async () => (await places())[0]?.top).toBe(0)
  await page.setViewportSize({ width: 360, height: 640 })
  const [above, below] = await places()
  expect(above?.bottom).toBeLessThanOrEqual(below?.top ?? 0)
  await page.context().close()
})
