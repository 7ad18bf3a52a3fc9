import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * Accessibility faults of a page as it stands, one line each: the rule and the elements that break it. A colour that
 * is still fading has come to rest before it is judged.
 *
 * @param within CSS selector of the part that is looked at, where the rest of the page is not ours; it must be there.
 */
export async function accessibilityFaults(page: Page, within?: string): Promise<string[]> {
  await page.waitForLoadState()
  if (within !== undefined) await page.locator(within).first().waitFor()
  await comeToRest(page)
  const found = await page.evaluate<axe.AxeResults>(
    `${axe.source};axe.run(${within === undefined ? '' : JSON.stringify(within)})`,
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

/**
 * The same for a page of somebody whose browser runs no script, where axe could not run either: its document, as it is now,
 * is looked at in a browser that runs scripts but has none of the page's own.
 */
export async function faultsWithoutScript(page: Page): Promise<string[]> {
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() })
  if (context === undefined) throw new Error('The page has no browser.')
  const copy = await context.newPage()
  await page.waitForLoadState()
  const body = await page.content()
  await copy.route('**/*.js', (route) => route.abort())
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await copy.goto(page.url())
  const faults = await accessibilityFaults(copy)
  await context.close()
  return faults
}

/** Waits until every animation that has an end has reached it. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      )
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
