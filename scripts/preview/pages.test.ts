import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const pages = join(import.meta.dirname, '..', '..', 'site', 'pages')

test('pages with a parameter find their content by it: on demand nobody hands them properties', () => {
  const withParameter = globSync('**/*[[]*/**/*.astro', { cwd: pages }).concat(
    globSync('**/*[[]*.astro', { cwd: pages }),
  )
  expect(withParameter.length).toBeGreaterThan(0)
  for (const page of withParameter) {
    expect(readFileSync(join(pages, page), 'utf8'), page).not.toContain('Astro.props')
  }
})
