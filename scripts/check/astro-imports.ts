// dependency-cruiser does not read .astro files, so their imports are held against the same table here.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { rooms } from './rooms.mjs'

const root = join(import.meta.dirname, '..', '..')

/** What a file of `site/` may import, by the table: paths within the project, and packages. */
const allowed = {
  rooms: ['site', ...(rooms['site']?.rooms ?? [])],
  packages: rooms['site']?.packages ?? [],
}

const faults = globSync('site/**/*.astro', { cwd: root }).flatMap((file) =>
  importsOf(readFileSync(join(root, file), 'utf8'))
    .filter((specifier) => !isAllowed(file, specifier))
    .map((specifier) => `${file}: ${specifier} is not in the import table (scripts/check/rooms.mjs).`),
)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1

/** Module specifiers of an Astro component: those of its frontmatter and of its inline scripts. */
function importsOf(source: string): string[] {
  const frontmatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1] ?? ''
  const scripts = Array.from(source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g), (match) => match[1] ?? '')
  return [frontmatter, ...scripts].flatMap((code) =>
    ts.preProcessFile(code).importedFiles.map((file) => file.fileName),
  )
}

function isAllowed(file: string, specifier: string): boolean {
  if (specifier.startsWith('.')) {
    const target = relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/')
    return allowed.rooms.some((room) => target.startsWith(`${room}/`))
  }
  if (specifier.startsWith('node:')) return allowed.packages.includes('node')
  if (specifier.startsWith('astro:')) return true
  return allowed.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))
}
