import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Accessibility faults of a page as it stands, one line each: the rule and the elements that break it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const found = await page.evaluate<axe.AxeResults>(`${axe.source};axe.run()`)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
