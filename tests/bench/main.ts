// `npm run bench [-- --only pages,lighthouse,publication,preview,build,submissions,questions,coverage,scale,plan] [-- --json FILE]`: speed as ratios in one run, and size.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Command } from 'commander'
import { launchChromium } from '../support/chromium.ts'
import { freePorts, startPack, temporaryData } from '../support/pack.ts'
import { buildFigures } from './build.ts'
import { coverageFigures } from './coverage.ts'
import { type Figure, figuresTable } from './figures.ts'
import { lighthouseFigures } from './lighthouse.ts'
import { pageFigures } from './pages.ts'
import { planFigures } from './plan.ts'
import { previewFigures } from './preview.ts'
import { publicationFigures } from './publication.ts'
import { questionFigures } from './questions.ts'
import { scaleFigures } from './scale.ts'
import { submissionFigures } from './submissions.ts'

const parts = [
  'pages',
  'lighthouse',
  'publication',
  'preview',
  'build',
  'submissions',
  'questions',
  'coverage',
  'scale',
  'plan',
] as const
const { only, json } = new Command('npm run bench --')
  .description('Measures speed and size; goals are printed beside the figures and never fail the command.')
  .option('--only <parts>', `some of: ${parts.join(', ')}`, parts.join(','))
  .option('--json <file>', 'where the figures are written', '.data/bench.json')
  .parse()
  .opts<{ only: string; json: string }>()
const wanted = new Set(only.split(','))

const scratch = mkdtempSync(join(tmpdir(), 'survival-pack-bench-'))
const { data, remove } = temporaryData()
const figures: Figure[] = []
try {
  if (['pages', 'lighthouse', 'publication', 'preview', 'build'].some((part) => wanted.has(part)))
    await withPack()
  if (wanted.has('submissions')) {
    console.log('Submissions …')
    figures.push(...(await submissionFigures(scratch)))
  }
  if (wanted.has('questions')) {
    console.log('Questions …')
    figures.push(...(await questionFigures()))
  }
  if (wanted.has('plan')) {
    console.log('Plans …')
    figures.push(...planFigures())
  }
  if (wanted.has('scale')) {
    console.log('Large pack …')
    figures.push(...(await scaleFigures(scratch)))
  }
  if (wanted.has('coverage')) {
    console.log('Coverage …')
    figures.push(...(await coverageFigures()))
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
  remove()
}
console.log(`\n${figuresTable(figures)}\n`)
const file = resolve(json)
mkdirSync(dirname(file), { recursive: true })
writeFileSync(
  file,
  `${JSON.stringify({ node: process.version, platform: process.platform, figures }, undefined, 2)}\n`,
)
console.log(readFileSync(file, 'utf8'))

async function withPack(): Promise<void> {
  console.log('Starting a pack to measure …')
  const ports = await freePorts()
  const pack = await startPack({ data, ports })
  const browser = await launchChromium()
  try {
    if (wanted.has('pages')) {
      console.log('Pages …')
      figures.push(...(await pageFigures(pack, browser)))
    }
    if (wanted.has('lighthouse')) {
      console.log('Lighthouse …')
      figures.push(...(await lighthouseFigures(pack)))
    }
    if (wanted.has('publication')) {
      console.log('Publication …')
      figures.push(...(await publicationFigures(pack)))
    }
    if (wanted.has('preview')) {
      console.log('Preview …')
      figures.push(...(await previewFigures(pack, browser)))
    }
    if (wanted.has('build')) {
      console.log('Build …')
      figures.push(
        ...(await buildFigures(pack, scratch, {
          SANITY_PROJECT_ID: 'survivalpack',
          SANITY_DATASET: 'production',
          SANITY_API_HOST: pack.lake,
          SANITY_READ_TOKEN: String(pack.client().config().token),
          SITE_URL: pack.site,
          SITE_CACHE: join(data, 'cache'),
          EXAM_VERSIONS: join(data, 'site', 'exam-versions.json'),
        })),
      )
    }
  } finally {
    await browser.close()
    await pack.stop()
  }
}
