import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** How a heading is addressed where this text is shown. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-')
}

const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]
const linksOf = (page: string) =>
  Array.from(
    readFileSync(join(root, page), 'utf8').matchAll(/\]\((?<target>[^)\s]+)\)/g),
    (link) => link.groups?.['target'] ?? '',
  )
const headingsOf = (page: string) =>
  Array.from(readFileSync(page, 'utf8').matchAll(/^#+ (?<title>.+)$/gm), (heading) =>
    anchor(heading.groups?.['title'] ?? ''),
  )

describe.each(pages)('%s', (page) => {
  test('leads to files and headings that are there', () => {
    const lost = linksOf(page)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [path = '', heading] = target.split('#')
        const file = path === '' ? join(root, page) : join(root, dirname(page), path)
        if (!existsSync(file)) return true
        return heading !== undefined && !headingsOf(file).includes(heading)
      })
    expect(lost).toEqual([])
  })
})

test('every picture of the guide is shown in it, with alternative text', () => {
  const guide = readFileSync(join(root, 'docs/editors-guide.md'), 'utf8')
  for (const picture of globSync('docs/guide/*.png', { cwd: root })) {
    expect(guide).toMatch(new RegExp(`!\\[[^\\]]{10,}\\]\\(${picture.replace('docs/', '')}\\)`))
  }
  expect(Array.from(guide.matchAll(/!\[/g)).length).toBe(globSync('docs/guide/*.png', { cwd: root }).length)
})
