import type { Page } from 'playwright-core'
import {
  type CoverageMatrix,
  coverageMatrix,
  latest,
  type PlainDocument,
  pairDocuments,
  readCoverage,
} from '../../core/index.ts'
import { seed } from '../../scripts/seed/index.ts'
import { launchChromium, openWatchedPage } from '../support/chromium.ts'
import { startTestStudio, type TestStudio } from '../support/studio.ts'
import { SYNTHETIC_PACK, writeSyntheticPack } from '../support/synthetic-pack.ts'
import { atMost, type Figure, median } from './figures.ts'

const items = 2000
const rounds = 15
/** Milliseconds from a change to what it shows. */
const goal = 100

/**
 * What a change of one item costs the coverage tool when the pack has many: the rules alone, and in Chromium from the
 * arrival of the change at Studio to the painted grid.
 */
export async function coverageFigures(): Promise<Figure[]> {
  await using studio = await startTestStudio()
  const { client } = studio.lake
  await seed({ client, log: () => {} })
  const units = await client.fetch<{ id: string; type: string }[]>(
    '*[_type == "competency"] | order(order asc){"id": _id, "type": registrantType._ref}',
  )
  const byType = Map.groupBy(units, ({ type }) => type)
  await writeSyntheticPack(
    client,
    items,
    'framework-cet-2019',
    new Map([...byType].map(([type, own]) => [type, own.map(({ id }) => id)])),
  )
  const documents = await client.fetch<PlainDocument[]>('*[!(_type match "sanity.*")]')
  return [
    rulesFigure(documents),
    await studioFigure(
      studio,
      units.map(({ id }) => id),
    ),
  ]
}

function rulesFigure(documents: readonly PlainDocument[]): Figure {
  const all = new Map(documents.map((document) => [document._id, document]))
  const item = latest(pairDocuments(documents).get('synthetic-0'))
  if (item === undefined) throw new Error('The synthetic pack is missing.')
  const times: number[] = []
  let matrix: CoverageMatrix | undefined
  for (let round = 0; round < rounds; round += 1) {
    all.set('drafts.synthetic-0', { ...item, _id: 'drafts.synthetic-0', title: `Edited ${round}` })
    const start = performance.now()
    matrix = coverageMatrix(readCoverage(pairDocuments(all.values()), { pack: SYNTHETIC_PACK }), matrix)
    times.push(performance.now() - start)
  }
  return figure('Coverage change with 2,000 items: rules', times)
}

async function studioFigure({ url, lake }: TestStudio, units: readonly string[]): Promise<Figure> {
  const item = await lake.client.getDocument('synthetic-0')
  if (item === undefined) throw new Error('The synthetic pack is missing.')
  const browser = await launchChromium()
  try {
    const { page } = await openWatchedPage(browser, { viewport: { width: 1280, height: 900 } })
    page.setDefaultTimeout(120_000)
    await page.goto(`${url}/coverage/${SYNTHETIC_PACK}`)
    await page.getByRole('grid', { name: 'Coverage of units by items' }).waitFor()
    await watchPaints(page)
    const ownTime = await mainThread(page)
    const times: number[] = []
    const own: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const before = await ownTime()
      const competencies = [units[(round * 5) % units.length], units[(round * 5 + 3) % units.length]]
      await lake.client.createOrReplace({
        ...item,
        _id: 'drafts.synthetic-0',
        title: `Edited ${round}`,
        learningObjectives: [
          {
            _key: 'lo',
            text: 'Do',
            competencies: competencies.map((id) => ({ _type: 'reference', _ref: id, _key: id })),
          },
        ],
      })
      await page.getByRole('columnheader', { name: `Edited ${round}, article` }).waitFor()
      await page.waitForFunction((count) => (window.paints?.length ?? 0) > count, round)
      times.push((await page.evaluate(() => window.paints ?? []))[round] ?? Number.NaN)
      own.push((await ownTime()) - before)
    }
    const busy = `; the page's main thread itself worked ${median(own).toFixed(1)} ms`
    return figure('Coverage change with 2,000 items: in Chromium', times, busy)
  } finally {
    await browser.close()
  }
}

/**
 * Reads how long the page's main thread has worked on script, style and layout so far, in milliseconds of its own time:
 * unlike the clock, that does not count waiting for a processor that others use.
 */
async function mainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const parts = new Set(['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'])
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.filter(({ name }) => parts.has(name)).reduce((sum, { value }) => sum + value * 1000, 0)
  }
}

declare global {
  interface Window {
    /** Milliseconds from the arrival of each change to the end of the frame that showed it. */
    paints?: number[]
  }
}

/** Notes, for each change that arrives, how long it takes until the frame that shows it has been painted. */
async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const paints: number[] = []
    window.paints = paints
    let seen = 0
    const table = document.querySelector('.coverage-table')
    if (table === null) throw new Error('There is no grid.')
    new MutationObserver(() => {
      const arrived = performance.getEntriesByName('live-documents:change').at(-1)?.startTime ?? 0
      if (arrived === seen) return
      seen = arrived
      requestAnimationFrame(() => {
        // A message that is sent within a frame arrives after its painting.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => paints.push(performance.now() - arrived)
        port2.postMessage(undefined)
      })
    }).observe(table, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}

function figure(name: string, times: readonly number[], more = ''): Figure {
  const worst = Math.max(...times).toFixed(1)
  return atMost(name, median(times), goal, 'ms', `median of ${times.length} changes, slowest ${worst}${more}`)
}
