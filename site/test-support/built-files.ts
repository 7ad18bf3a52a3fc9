import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file of a built site by its path, such as `cet/index.html`. */
export async function builtFiles(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(folder.length + 1), await readFile(path)] as const
  })
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Where a page makes a browser load something from by itself: links that a reader follows are not among them. */
export function loadedFrom(html: string): string[] {
  const attributes = html.matchAll(
    /<(?:script|img|source|track|video|iframe|link|form|audio|object|embed)\b[^>]*>/g,
  )
  return Array.from(attributes, ([tag]) => tag).flatMap((tag) => [
    ...Array.from(tag.matchAll(/\s(?:src|href|poster|action|data)="([^"]*)"/g), (match) => match[1] ?? ''),
    ...Array.from(tag.matchAll(/\ssrcset="([^"]*)"/g), (match) => match[1] ?? '').flatMap((set) =>
      set.split(',').map((each) => each.trim().split(' ')[0] ?? ''),
    ),
  ])
}

/** Scripts that a page loads at once: its own and what they import, but not what is fetched when it is wanted. */
export function scriptsOf(files: ReadonlyMap<string, Buffer>, html: string): string[] {
  const found = new Set<string>()
  const add = (path: string) => {
    const code = files.get(path)?.toString('utf8')
    if (code === undefined || found.has(path)) return
    found.add(path)
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
      add(`_astro/${name}`)
  }
  for (const [, path = ''] of html.matchAll(/(?:src|component-url|renderer-url)="\/(_astro\/[^"]+\.js)"/g))
    add(path)
  return Array.from(found)
}
