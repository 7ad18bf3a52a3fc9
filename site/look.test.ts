import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from '../tests/support/axe.ts'
import { launchChromium, openWatchedPage } from '../tests/support/chromium.ts'
import { type ServedSite, servedSite } from './test-support/served-site.ts'

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
  '/offline/',
  '/privacy/',
  '/shell/',
  '/shell/my-cet/',
  '/shell/result/',
  '/signed-out/',
]

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

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each(paths)(
    '%s has no accessibility faults, fits a narrow screen and asks nobody else',
    async (path) => {
      const { page, errors, outside } = await openWatchedPage(browser, {
        colorScheme,
        viewport: { width: 320, height: 640 },
        bypassCSP: false,
      })
      await page.goto(site.origin + path)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(outside).toEqual([])
      // The sample film is not one.
      if (!path.includes('slit-lamp')) expect(errors).toEqual([])
      await page.context().close()
    },
  )
})

test('the exam’s summary of errors has no accessibility faults either', async () => {
  const { page } = await openWatchedPage(browser)
  await page.goto(`${site.origin}/cet/active/red-eye/exam/`)
  await page.getByText('0 of 2 answered').waitFor()
  await page.locator('[data-step="review"]').click()
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await page.locator('.error-summary').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.context().close()
})

test('every stop of the keyboard is seen, and the first one skips to the content', async () => {
  const { page } = await openWatchedPage(browser)
  await page.goto(`${site.origin}/cet/active/red-eye/exam/`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  for (let stop = 0; stop < 12; stop++) {
    const outline = await page.evaluate(() => {
      const active = document.activeElement
      const framed = active?.closest('.choice') ?? active
      return framed ? getComputedStyle(framed).outlineStyle : 'none'
    })
    expect(outline).not.toBe('none')
    await page.keyboard.press('Tab')
  }
  await page.context().close()
})
