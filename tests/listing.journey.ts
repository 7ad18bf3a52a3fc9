import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './support/axe.ts'
import { launchChromium, openWatchedPage } from './support/chromium.ts'
import { choose, questionsOf, send, signIn } from './support/member.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'

/** A member on a phone, with a browser that runs no script, finds what to read next. */
describe('the listing and the search, without script', () => {
  const { data, remove } = temporaryData()
  let pack: RunningPack
  let browser: Browser

  beforeAll(async () => {
    pack = await startPack({ data, ports: await freePorts(), args: ['--no-studio'] })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await pack?.stop()
    remove()
  })

  const phone = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }
  const titles = (page: Page) => page.locator('.item-card h3').allTextContents()

  /** Looks at the same page once more with script: what finds the faults is a script itself. */
  async function expectSound(page: Page): Promise<void> {
    const again = await openWatchedPage(browser, {
      viewport: phone.viewport,
      storageState: await page.context().storageState(),
      bypassCSP: true,
    })
    await again.page.goto(page.url())
    const width = await again.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(320)
    expect(await accessibilityFaults(again.page)).toEqual([])
    await again.page.context().close()
  }

  test('a visitor narrows the list by links, and widens it again', async () => {
    const { page, errors, outside } = await openWatchedPage(browser, phone)
    await page.goto(`${pack.site}/cet/active/`)
    const all = await titles(page)
    expect(all).toHaveLength(9)
    await expect(
      page.getByText(/^Closes at the end of 28 December 2021, UK time: \d+ weeks? and/).count(),
    ).resolves.toBe(1)
    await expectSound(page)
    await page.getByText(/^Filter by/).click()
    await page
      .locator('.filters')
      .getByRole('link', { name: /^Videos \(2\)/ })
      .click()
    await page.waitForURL(/format=video/)
    expect(await titles(page)).toHaveLength(2)
    await page
      .locator('.filters')
      .getByRole('link', { name: /^Optometrist \(/ })
      .click()
    await page.waitForURL(/type=optometrist&format=video/)
    await expectSound(page)
    await page.getByText(/^Competencies: Optometrist/).click()
    await page.locator('.filters details[open]').getByRole('link').first().click()
    await page.waitForURL(/unit=/)
    await page
      .locator('.chosen')
      .getByRole('link', { name: /^Videos/ })
      .click()
    await page.waitForURL((url) => !url.searchParams.has('format'))
    await page.getByRole('link', { name: 'Clear filters' }).click()
    await page.waitForURL(({ search }) => search === '')
    expect(await titles(page)).toEqual(all)
    await page.goto(`${pack.site}/cet/active/?type=nobody&format=video`)
    await page.getByText('“nobody”').waitFor()
    expect(await titles(page)).toHaveLength(2)
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    await page.context().close()
  })

  test('a member passes an exam, and the list says so', async () => {
    const { page } = await openWatchedPage(browser, phone)
    await signIn(page, pack.site, 'Thea Sample', '/cet/active/')
    const first = page.locator('.item-card').first()
    await first.getByText('Not started').waitFor()
    const title = (await titles(page))[0] ?? ''
    await first.getByRole('link', { name: /^Go to the exam/ }).click()
    const exam = (await page.locator('form[data-exam]').getAttribute('data-exam')) ?? ''
    await choose(page, await questionsOf(pack.client(), exam), true)
    await send(page)
    await page.getByRole('heading', { name: 'You passed' }).waitFor()
    await page.goto(`${pack.site}/cet/active/?state=passed`)
    expect(await titles(page)).toEqual([title])
    await page.locator('.item-card').getByText('Passed on 4 October 2021').waitFor()
    await expectSound(page)
    await page.context().close()
  })

  test('a search from the listing leads to the heading and to the moment', async () => {
    const { page } = await openWatchedPage(browser, phone)
    await signIn(page, pack.site, 'Olive Sample', '/cet/active/')
    await page.getByLabel('Search articles and videos').fill('tear film')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('heading', { name: /^\d+ results for “tear film”/ }).waitFor()
    await expectSound(page)
    await page.locator('.results a[href*="#"]:not([href$="#objectives"]):not([href*="#t="])').first().click()
    await page.locator(':target').waitFor()
    await page.goto(`${pack.site}/cet/search/?q=tap+water`)
    expect(await page.getByLabel('Search articles and videos').inputValue()).toBe('tap water')
    await page.locator('.results a[href*="#t="]').first().click()
    expect(await page.locator(':target').textContent()).toMatch(/water/i)
    await page.goto(`${pack.site}/cet/search/?q=${encodeURIComponent('<b>zzzz</b>')}`)
    await page.getByRole('heading', { name: 'Nothing found for “<b>zzzz</b>”' }).waitFor()
    await expectSound(page)
    await page.context().close()
  })
})
