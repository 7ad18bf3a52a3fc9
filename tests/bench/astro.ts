import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/**
 * A yardstick for builds: a project inside this one, so that it is built by the same Astro, whose pages are all the same.
 *
 * @param pages how many.
 * @param body the HTML of each page's body; it is read from a file, so that nothing of it is compiled.
 * @returns the project's folder.
 */
export function constantProject(pages: number, body: string): string {
  const folder = join(root, '.data', 'bench-constant')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'src', 'pages'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'astro.config.mjs'), 'export default { build: { concurrency: 16 } }')
  writeFileSync(join(folder, 'body.html'), body)
  writeFileSync(
    join(folder, 'src', 'pages', '[page].astro'),
    `---
import { readFileSync } from 'node:fs'
export const getStaticPaths = () => Array.from({ length: ${pages} }, (_, page) => ({ params: { page: String(page) } }))
globalThis.constantBody ??= readFileSync('body.html', 'utf8')
---
<html lang="en"><head><title>Constant</title></head><body><Fragment set:html={globalThis.constantBody} /></body></html>
`,
  )
  return folder
}

/**
 * Builds an Astro project in a process of its own.
 *
 * @returns seconds of wall clock.
 * @throws Error with what Astro printed when the build fails.
 */
export function buildSeconds(folder: string, environment: NodeJS.ProcessEnv): number {
  const start = performance.now()
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--silent'],
    {
      cwd: folder,
      env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  if (done.status !== 0) throw new Error(`astro build failed in ${folder}:\n${done.stdout}${done.stderr}`)
  return (performance.now() - start) / 1000
}
