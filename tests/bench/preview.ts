import { setTimeout as delay } from 'node:timers/promises'
import { stegaClean } from '@sanity/client/stega'
import type { Browser } from 'playwright-core'
import type { RunningPack } from '../support/pack.ts'
import { letIntoPreview } from '../support/preview.ts'
import { atMost, type Figure, median } from './figures.ts'

const rounds = 7
const id = 'article-dry-eye-in-practice'

/**
 * From a write of a draft, such as Studio sends while an editor types, to the moment at which an open page of the preview
 * shows it: told of the change, rendered again and brought up to date in a real browser.
 */
export async function previewFigures(pack: RunningPack, browser: Browser): Promise<Figure[]> {
  const client = pack.client()
  const published = await client.getDocument(id)
  if (published === undefined) throw new Error(`${id} is not in the dataset`)
  const [name = '', value = ''] = (await letIntoPreview(pack)).split('=')
  const context = await browser.newContext()
  await context.addCookies([{ name, value, url: pack.preview }])
  const page = await context.newPage()
  await page.goto(`${pack.preview}/cet/active/dry-eye-in-practice/`)
  // The first change finds everything compiled and connected; it is not counted.
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const title = `Dry eye, draft ${round}`
    await delay(500)
    const start = performance.now()
    await client.createOrReplace({ ...published, _id: `drafts.${id}`, title })
    while (stegaClean((await page.locator('h1').textContent()) ?? '') !== title) await delay(10)
    if (round > 0) times.push((performance.now() - start) / 1000)
  }
  await client.delete(`drafts.${id}`)
  await context.close()
  const all = times.map((time) => time.toFixed(2)).join(', ')
  return [
    atMost('Draft written to seen in the preview', median(times), 1, 's', `median of ${rounds}: ${all}`),
  ]
}
