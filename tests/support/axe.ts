import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * Accessibility faults of a page as it stands, one line each: the rule and the elements that break it.
 *
 * @param within CSS selector of the part that is looked at, where the rest of the page is not ours; it must be there.
 */
export async function accessibilityFaults(page: Page, within?: string): Promise<string[]> {
  if (within !== undefined) await page.locator(within).first().waitFor()
  const found = await page.evaluate<axe.AxeResults>(
    `${axe.source};axe.run(${within === undefined ? '' : JSON.stringify(within)})`,
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
