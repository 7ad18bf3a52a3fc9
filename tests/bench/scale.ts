import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
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
 * that weigh the same, beside a quarter as many pages of our own, and beside itself, byte by byte.
 *
 * @param scratch an empty folder.
 */
export async function scaleFigures(scratch: string): Promise<Figure[]> {
  const few = await measure(join(scratch, 'few'), items.few)
  const many = await measure(join(scratch, 'many'), items.many)
  const ours = median(many.seconds)
  const yardstick = median(many.bare)
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
  const environment = {
    SANITY_PROJECT_ID: lake.projectId,
    SANITY_DATASET: lake.dataset,
    SANITY_API_HOST: lake.url,
    SANITY_READ_TOKEN: lake.viewerToken,
    SITE_URL: 'https://pack.example',
    SITE_CACHE: join(folder, 'cache'),
    EXAM_VERSIONS: versions,
    SITE_OUT_DIR: out,
  }
  // The first build fills caches and is not counted.
  buildSeconds(root, environment)
  const pages = pagesOf(out)
  const constant = constantProject(pages.length, bodyOfMeanSize(pages))
  buildSeconds(constant, {})
  const seconds: number[] = []
  const bare: number[] = []
  const digests: string[][] = []
  // In turn, so that both meet whatever else the machine does.
  for (let round = 1; round <= rounds; round += 1) {
    seconds.push(buildSeconds(root, environment))
    bare.push(buildSeconds(constant, {}))
    digests.push(digestsOf(out))
  }
  rmSync(constant, { recursive: true, force: true })
  const [before = [], after = []] = digests
  return {
    seconds,
    bare,
    pages: pages.length,
    files: after.length,
    different: differing(before, after),
  }
}

function pagesOf(folder: string): Buffer[] {
  return Array.from(filesBelow(folder)).flatMap(([path, bytes]) => (path.endsWith('.html') ? [bytes] : []))
}

/** As much of a page as makes constant pages weigh what ours weigh together; where it ends does not matter to Astro. */
function bodyOfMeanSize(pages: readonly Buffer[]): string {
  const bytes = Buffer.concat(pages)
  return bytes.subarray(0, bytes.length / pages.length).toString('utf8')
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
