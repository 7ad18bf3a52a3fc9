import { gzipSync } from 'node:zlib'
import type { Browser, Response } from 'playwright-core'
import { openWatchedPage } from '../support/chromium.ts'
import { signIn } from '../support/member.ts'
import type { RunningPack } from '../support/pack.ts'
import { atMost, type Figure } from './figures.ts'

const kilobyte = 1024
/** What a server can send before it hears from the browser: ten packets (RFC 6928). */
const firstFlight = 14_600

/** What each page type transfers, as a member's browser asks for it; sizes are gzip, whatever the local server sends. */
export async function pageFigures(pack: RunningPack, browser: Browser): Promise<Figure[]> {
  const path = (id: string) =>
    pack.client().fetch<string>('"/cet/active/" + *[_id == $id][0].slug.current + "/"', { id })
  const article = await path('article-dry-eye-in-practice')
  const pages = [
    { name: 'Landing', path: '/', script: 2000 },
    { name: 'Listing', path: '/cet/active/', script: 2000 },
    { name: 'Article', path: article, script: 2000 },
    { name: 'Video', path: await path('video-contact-lens-aftercare'), script: 10_000 },
    { name: 'Exam', path: `${article}exam/`, script: 20_000 },
    { name: 'My CET', path: '/my-cet/', script: 2000 },
  ]
  const { page } = await openWatchedPage(browser)
  await signIn(page, pack.site, 'Olive Sample')
  const figures: Figure[] = []
  for (const { name, path, script } of pages) {
    const bodies: { type: string; body: Buffer }[] = []
    const reading: Promise<unknown>[] = []
    const collect = (response: Response) => {
      reading.push(
        response.body().then(
          (body) => bodies.push({ type: response.request().resourceType(), body }),
          () => undefined,
        ),
      )
    }
    page.on('response', collect)
    await page.goto(pack.site + path, { waitUntil: 'networkidle' })
    page.off('response', collect)
    await Promise.all(reading)
    const inline = await page.locator('script:not([src])').allTextContents()
    const size = (types: readonly string[]) =>
      bodies
        .filter(({ type }) => types.includes(type))
        .reduce((sum, { body }) => sum + gzipSync(body).length, 0)
    const scripts = size(['script']) + inline.reduce((sum, text) => sum + gzipSync(text).length, 0)
    const all = bodies.reduce(
      (sum, { type, body }) => sum + (type === 'media' || type === 'image' ? body : gzipSync(body)).length,
      0,
    )
    figures.push(
      atMost(
        `${name}: HTML and CSS`,
        size(['document', 'stylesheet']),
        firstFlight,
        'bytes gzip',
        `${(all / kilobyte).toFixed(0)} kB in all with images`,
      ),
      atMost(`${name}: script`, scripts, script, 'bytes gzip', 'files and inline'),
    )
  }
  await page.context().close()
  return figures
}
