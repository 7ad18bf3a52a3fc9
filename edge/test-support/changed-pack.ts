import type { PackFacts } from '../../core/index.ts'
import type { SiteUnderTest } from './site-under-test.ts'

/** Has a site go by other facts than those of the fixture's pack; its pages stay. */
export function changePack(site: SiteUnderTest, change: (facts: PackFacts) => PackFacts): void {
  const { assets } = site.edge
  Object.assign(site.edge, {
    assets: {
      fetch: async (input: URL, init?: RequestInit) => {
        const file = await assets.fetch(input, init)
        return input.pathname === '/pack.json' ? Response.json(change(await file.json())) : file
      },
    },
  })
}
