import { launch } from 'chrome-launcher'
import lighthouse, { type Flags } from 'lighthouse'
import type { Browser } from 'playwright-core'
import { requireBrowser } from '../../scripts/browser.ts'
import { openWatchedPage, QUIET } from '../support/chromium.ts'
import { signIn } from '../support/member.ts'
import type { RunningPack } from '../support/pack.ts'
import { atLeast, type Figure, median } from './figures.ts'

const runs = 5

/**
 * Lighthouse's own categories for the pages of a member, each the middle of five runs on its simulated phone. What is behind the
 * gate asks search engines to stay away, for which Lighthouse would take points: there, that one audit is left out.
 */
export async function lighthouseFigures(pack: RunningPack, browser: Browser): Promise<Figure[]> {
  const path = (id: string) =>
    pack.client().fetch<string>('"/cet/active/" + *[_id == $id][0].slug.current + "/"', { id })
  const article = await path('article-dry-eye-in-practice')
  const pages = [
    { name: 'landing', path: '/', behindGate: false },
    { name: 'listing', path: '/cet/active/', behindGate: false },
    { name: 'article', path: article, behindGate: true },
    { name: 'video', path: await path('video-contact-lens-aftercare'), behindGate: true },
    { name: 'exam', path: `${article}exam/`, behindGate: true },
  ]
  const cookie = await signedInCookie(pack, browser)
  await using resources = new AsyncDisposableStack()
  const chromium = await launch({
    chromePath: requireBrowser(),
    chromeFlags: ['--headless=new', ...QUIET],
    logLevel: 'error',
  })
  resources.defer(() => chromium.kill())
  const figures: Figure[] = []
  for (const { name, path, behindGate } of pages) {
    const scores = new Map<string, number[]>()
    for (let run = 0; run < runs; run += 1) {
      const categories = await categoriesOf(pack.site + path, {
        port: chromium.port,
        logLevel: 'error',
        extraHeaders: { cookie },
        // The session is in a header; what Lighthouse would clear is the state of a browser that is new anyhow.
        disableStorageReset: true,
        ...(behindGate && { skipAudits: ['is-crawlable'] }),
      })
      for (const { id, score } of categories) scores.set(id, [...(scores.get(id) ?? []), (score ?? 0) * 100])
    }
    for (const [category, all] of scores) {
      const detail = `${runs} runs, ${Math.min(...all)} to ${Math.max(...all)}`
      figures.push(atLeast(`Lighthouse, ${name}: ${category}`, median(all), 100, 'of 100', detail))
    }
  }
  return figures
}

async function categoriesOf(address: string, flags: Flags) {
  const result = await lighthouse(address, flags)
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${address}.`)
  const { categories, finalDisplayedUrl, runtimeError } = result.lhr
  if (runtimeError !== undefined) throw new Error(`Lighthouse failed on ${address}: ${runtimeError.message}`)
  if (finalDisplayedUrl !== address)
    throw new Error(`Lighthouse was led from ${address} to ${finalDisplayedUrl}.`)
  return Object.values(categories)
}

async function signedInCookie(pack: RunningPack, browser: Browser): Promise<string> {
  const { page } = await openWatchedPage(browser)
  await signIn(page, pack.site, 'Olive Sample')
  const cookies = await page.context().cookies(pack.site)
  await page.context().close()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
