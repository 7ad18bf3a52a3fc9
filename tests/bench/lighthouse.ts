import { launch } from 'chrome-launcher'
import lighthouse, { type Result, type RunnerResult } from 'lighthouse'
import { chromium } from 'playwright-core'
import { requireBrowser } from '../../scripts/browser.ts'
import { QUIET } from '../support/chromium.ts'
import { signIn } from '../support/member.ts'
import type { RunningPack } from '../support/pack.ts'
import { atLeast, type Figure, median } from './figures.ts'

const rounds = 5

type AuditedPage = { readonly name: string; readonly path: string; readonly behindGate: boolean }

/**
 * Lighthouse's own categories for the pages of a signed-in member, each the middle of five runs on its simulated phone with
 * nothing cached. What is behind the gate asks search engines to stay away, for which Lighthouse would take points: there,
 * that one audit is left out.
 */
export async function lighthouseFigures(pack: RunningPack): Promise<Figure[]> {
  const path = (id: string) =>
    pack.client().fetch<string>('"/cet/active/" + *[_id == $id][0].slug.current + "/"', { id })
  const article = await path('article-dry-eye-in-practice')
  const pages: AuditedPage[] = [
    { name: 'landing', path: '/', behindGate: false },
    { name: 'listing', path: '/cet/active/', behindGate: false },
    { name: 'article', path: article, behindGate: true },
    { name: 'video', path: await path('video-contact-lens-aftercare'), behindGate: true },
    { name: 'exam', path: `${article}exam/`, behindGate: true },
  ]
  await using resources = new AsyncDisposableStack()
  const browser = await launch({
    chromePath: requireBrowser(),
    chromeFlags: ['--headless=new', ...QUIET],
    logLevel: 'silent',
  })
  resources.defer(() => browser.kill())
  await signInTo(browser.port, pack.site)
  const runs = new Map<AuditedPage, Run[]>(pages.map((page) => [page, []]))
  // Page after page in each round, so that a busy moment of the machine is not one page's alone.
  for (let round = 0; round < rounds; round += 1) {
    for (const [page, ofPage] of runs) ofPage.push(await audit(page, pack.site, browser.port))
  }
  return Array.from(runs, ([page, ofPage]) => figuresOf(page, ofPage)).flat()
}

/** Signs a member in and leaves the browser alone again: Lighthouse empties caches before each run, but keeps cookies. */
async function signInTo(port: number, site: string): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('Chromium has no profile.')
  const page = await context.newPage()
  await signIn(page, site, 'Olive Sample')
  await page.close()
  await browser.close()
}

/** What Lighthouse found in one run, and how much of the time of the page's main thread went by without a processor. */
type Run = { readonly result: Result; readonly waited: number }

async function audit(page: AuditedPage, site: string, port: number, tries = 3): Promise<Run> {
  const run = await lighthouse(site + page.path, {
    port,
    logLevel: 'silent',
    // A page for members alone is not to be found by search engines, which this audit would have it be.
    ...(page.behindGate ? { skipAudits: ['is-crawlable'] } : {}),
  })
  if (run === undefined) throw new Error(`Lighthouse on ${page.path} found nothing.`)
  const { runtimeError, categories, finalDisplayedUrl, audits } = run.lhr
  // A busy machine may miss a moment that a score rests on; that run has measured nothing.
  if (Object.values(categories).some(({ score }) => score === null)) {
    if (tries > 1) return audit(page, site, port, tries - 1)
    throw new Error(`Lighthouse on ${page.path} could not measure it: ${runtimeError?.message ?? 'no score'}`)
  }
  // Only a signed-in member is given this script.
  if (!JSON.stringify(audits['network-requests']?.details ?? {}).includes('/keep-offline.js'))
    throw new Error(`Lighthouse on ${page.path} saw ${finalDisplayedUrl} and no member’s page.`)
  return { result: run.lhr, waited: shareWaited(run.artifacts.Trace.traceEvents) }
}

/** The part of the main thread's tasks, from 0 to 1, in which it wanted a processor and had none. */
function shareWaited(events: RunnerResult['artifacts']['Trace']['traceEvents']): number {
  const start = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL,
  )
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name.endsWith('RunTask') && pid === start?.pid && tid === start.tid && ts >= start.ts,
  )
  const time = (of: 'dur' | 'tdur') =>
    // Chromium writes `tdur`, a task's time on a processor, which Lighthouse's type leaves out.
    tasks.reduce((total, task: { dur?: number; tdur?: number }) => total + (task[of] ?? 0), 0)
  return 1 - time('tdur') / time('dur')
}

function figuresOf({ name, behindGate }: AuditedPage, runs: readonly Run[]): Figure[] {
  const waited = median(runs.map((run) => run.waited))
  return Object.values(runs[0]?.result.categories ?? {}).map(({ id, auditRefs }) => {
    const scores = runs.map(({ result }) => Math.round((result.categories[id]?.score ?? Number.NaN) * 100))
    const lost = auditRefs
      .filter(
        ({ id: of, weight }) =>
          weight > 0 && runs.some(({ result }) => (result.audits[of]?.score ?? 1) < 0.9),
      )
      .map((ref) => ref.id)
    return atLeast(
      `Lighthouse, ${name}: ${id}`,
      median(scores),
      100,
      'of 100',
      [
        `median of ${scores.join(', ')}`,
        ...(lost.length > 0 ? [`lost by ${lost.join(', ')}`] : []),
        ...(id === 'performance'
          ? [`the main thread was kept waiting for a processor ${Math.round(waited * 100)}% of its time`]
          : []),
        ...(id === 'seo' && behindGate ? ['without is-crawlable: not to be indexed'] : []),
      ].join('; '),
    )
  })
}
