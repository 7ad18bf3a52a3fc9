import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../support/files.ts'
import type { RunningPack } from '../support/pack.ts'
import { atMost, type Figure, median } from './figures.ts'

const rounds = 5
const root = join(import.meta.dirname, '..', '..')

/** The site's build beside the same Astro building as many constant pages, each in a process of its own, in turn. */
export async function buildFigures(
  pack: RunningPack,
  scratch: string,
  environment: NodeJS.ProcessEnv,
): Promise<Figure[]> {
  const pages = [...filesBelow(join(pack.data, 'site', 'site')).keys()].filter((path) =>
    path.endsWith('.html'),
  ).length
  const constant = constantProject(join(root, '.data', 'bench-constant'), pages)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const site = time(root, { ...environment, SITE_OUT_DIR: join(scratch, 'site') })
    const bare = time(constant, {})
    // The first round fills caches and is not counted.
    if (round > 0) {
      ours.push(site)
      theirs.push(bare)
    }
  }
  rmSync(constant, { recursive: true, force: true })
  const ratio = median(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)))
  return [
    atMost(
      'Site build against constant pages',
      ratio,
      2,
      '×',
      `${pages} pages, median of ${rounds} pairs: ${median(ours).toFixed(2)} s against ${median(theirs).toFixed(2)} s`,
    ),
  ]
}

function constantProject(folder: string, pages: number): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'src', 'pages'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'astro.config.mjs'), 'export default {}')
  writeFileSync(
    join(folder, 'src', 'pages', '[page].astro'),
    `---
export const getStaticPaths = () => Array.from({ length: ${pages} }, (_, page) => ({ params: { page: String(page) } }))
---
<html lang="en"><head><title>Constant</title></head><body><p>The same words on every page.</p></body></html>
`,
  )
  return folder
}

/** Seconds of wall clock that one build takes. */
function time(folder: string, environment: NodeJS.ProcessEnv): number {
  const start = performance.now()
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'],
    {
      cwd: folder,
      env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
    },
  )
  if (done.status !== 0) throw new Error(`astro build failed in ${folder}:\n${done.stdout}${done.stderr}`)
  return (performance.now() - start) / 1000
}
