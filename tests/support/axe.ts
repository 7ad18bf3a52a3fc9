import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * Accessibility faults of a page as it stands, one line each: the rule and the elements that break it. A colour that
 * is still fading has come to rest before it is judged.
 *
 * @param within CSS selector of the part that is looked at, where the rest of the page is not ours; it must be there.
 */
export async function accessibilityFaults(page: Page, within?: string): Promise<string[]> {
  if (within !== undefined) await page.locator(within).first().waitFor()
  await comeToRest(page)
  const found = await page.evaluate<axe.AxeResults>(
    `${axe.source};axe.run(${within === undefined ? '' : JSON.stringify(within)})`,
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
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
