import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openWatchedPage } from '../../tests/support/chromium.ts'
import { UserError } from '../user-error.ts'
import { keep } from './pictures.ts'
import type { View } from './views.ts'

/** Widths of a phone, a tablet and a desk in CSS pixels, how much of a page is shown, and how wide it is kept. */
export const widths = [
  { width: 360, height: 1100, kept: 360 },
  { width: 768, height: 1000, kept: 512 },
  { width: 1280, height: 960, kept: 800 },
] as const

export const schemes = ['light', 'dark'] as const

/** How much of a page is seen at once, whatever its width. */
const windowHeight = 900

/**
 * Takes all pictures of one view.
 *
 * @param view with its path as it is on the running site.
 * @param signedIn cookies of whoever looks.
 * @throws UserError LOOKS_UNEXPECTED_ANSWER
 */
export async function shoot(
  browser: Browser,
  site: string,
  view: View & { readonly path: string },
  signedIn: BrowserContextOptions['storageState'],
): Promise<void> {
  for (const colorScheme of schemes) {
    for (const { width, height, kept } of widths) {
      const { page } = await openWatchedPage(browser, {
        colorScheme,
        viewport: { width, height: view.window ? windowHeight : height },
        reducedMotion: 'reduce',
        ...(signedIn !== undefined && { storageState: signedIn }),
      })
      const answer = await page.goto(site + view.path)
      const { status = 200 } = view
      if (answer?.status() !== status) {
        throw new UserError(
          'LOOKS_UNEXPECTED_ANSWER',
          `${view.path} answered ${answer?.status()} instead of ${status}.`,
          `Mend the page, or the address of “${view.name}” in scripts/looks/views.ts.`,
        )
      }
      await view.act?.(page)
      await settle(page)
      await keep(`${view.name}-${width}-${colorScheme}`, await page.screenshot({ type: 'png' }), kept)
      await page.context().close()
    }
  }
}

/** Waits for pictures and letters, and holds still what would differ at each run. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const clock of document.querySelectorAll('.clock'))
      clock.textContent = clock.textContent?.replace(/at \d\d:\d\d/, 'at 10:00') ?? ''
    await document.fonts.ready
  })
  await page.waitForFunction(() =>
    Array.from(document.images)
      .filter((image) => image.checkVisibility())
      .filter((image) => {
        const { top, bottom } = image.getBoundingClientRect()
        return top < innerHeight && bottom > 0
      })
      .every((image) => image.complete && image.naturalWidth > 0),
  )
  // What has arrived need not have been drawn yet.
  await page.evaluate(async () => {
    const seen = Array.from(document.images).filter((image) => image.checkVisibility())
    for (const image of seen) image.decoding = 'sync'
    await Promise.all(seen.filter(({ complete }) => complete).map((image) => image.decode()))
  })
}
