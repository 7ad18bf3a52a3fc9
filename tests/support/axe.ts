import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * Accessibility faults of a page as it stands, one line each: the rule and the elements that break it.
 *
 * @param within - CSS selector of the part to look at; the whole page without it
 */
export async function accessibilityFaults(page: Page, within?: string): Promise<string[]> {
  const context = within === undefined ? '' : JSON.stringify(within)
  const found = await page.evaluate<axe.AxeResults>(`${axe.source};axe.run(${context})`)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
