import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../support/files.ts'
import type { RunningPack } from '../support/pack.ts'
import { buildSeconds, constantProject } from './astro.ts'
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
  const constant = constantProject(pages, '<p>The same words on every page.</p>')
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const site = buildSeconds(root, { ...environment, SITE_OUT_DIR: join(scratch, 'site') })
    const bare = buildSeconds(constant, {})
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
