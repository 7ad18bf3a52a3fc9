import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seed } from '../../scripts/seed/index.ts'
import { filesBelow } from '../support/files.ts'
import { startTestLake } from '../support/lake.ts'
import { writeLargePack } from '../support/large-pack.ts'
import { buildSeconds, constantProject } from './astro.ts'
import { atMost, type Figure, median } from './figures.ts'

const root = join(import.meta.dirname, '..', '..')
const rounds = 3
const items = { few: 500, many: 2000 } as const

/**
 * The build of a pack of some 4,000 pages, read from a real lake: beside the same Astro writing as many constant pages
 * of the same size, beside a quarter as many pages of our own, and beside itself, byte by byte.
 *
 * @param scratch an empty folder.
 */
export async function scaleFigures(scratch: string): Promise<Figure[]> {
  const few = await measure(join(scratch, 'few'), items.few)
  const many = await measure(join(scratch, 'many'), items.many)
  const body = readFileSync(join(many.out, 'cet', 'active', 'copy-0', 'index.html'), 'utf8')
  const constant = constantProject(many.pages, body)
  const bare = many.seconds.map(() => buildSeconds(constant, {}))
  rmSync(constant, { recursive: true, force: true })
  const ours = median(many.seconds)
  const yardstick = median(bare)
  return [
    atMost(
      'Build of a large pack against constant pages of its size',
      ours / yardstick,
      1.5,
      '×',
      `${many.pages} pages, median of ${rounds}: ${ours.toFixed(1)} s against ${yardstick.toFixed(1)} s`,
    ),
    atMost(
      'Time a page, large pack against a quarter of it',
      ours / many.pages / (median(few.seconds) / few.pages),
      1.1,
      '×',
      `${few.pages} pages in ${median(few.seconds).toFixed(1)} s, ${many.pages} in ${ours.toFixed(1)} s`,
    ),
    atMost('Large pack built twice: files that differ', many.different, 0, 'files', `${many.files} files`),
  ]
}

async function measure(folder: string, count: number) {
  await using lake = await startTestLake({ folder: join(folder, 'lake'), origins: [] })
  await seed({ client: lake.client, log: () => undefined })
  const versions = join(folder, 'versions.json')
  writeFileSync(versions, JSON.stringify(await writeLargePack(lake.client, count)))
  const out = join(folder, 'out')
  const digests: string[][] = []
  const seconds: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const taken = buildSeconds(root, {
      SANITY_PROJECT_ID: lake.projectId,
      SANITY_DATASET: lake.dataset,
      SANITY_API_HOST: lake.url,
      SANITY_READ_TOKEN: lake.viewerToken,
      SITE_URL: 'https://pack.example',
      SITE_CACHE: join(folder, 'cache'),
      EXAM_VERSIONS: versions,
      SITE_OUT_DIR: out,
    })
    // The first round fills caches and is not counted.
    if (round > 0) seconds.push(taken)
    if (round >= rounds - 1) digests.push(digestsOf(out))
  }
  const [before = [], after = []] = digests
  const files = filesBelow(out)
  return {
    out,
    seconds,
    pages: [...files.keys()].filter((path) => path.endsWith('.html')).length,
    files: files.size,
    different: differing(before, after),
  }
}

function digestsOf(folder: string): string[] {
  return Array.from(
    filesBelow(folder),
    ([path, bytes]) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`,
  )
}

/** How many files of one build are not in the other with the same bytes, either way round. */
function differing(before: readonly string[], after: readonly string[]): number {
  const [one, other] = [new Set(before), new Set(after)]
  return before.filter((file) => !other.has(file)).length + after.filter((file) => !one.has(file)).length
}
