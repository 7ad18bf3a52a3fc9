import { setTimeout as delay } from 'node:timers/promises'
import type { RunningPack } from '../support/pack.ts'
import { atMost, type Figure, median } from './figures.ts'

const rounds = 7

/**
 * From the request with which Studio publishes to the first answer that serves the new page: an article's title is
 * edited as a draft, published by the same action that Studio sends, and looked for on the listing.
 */
export async function publicationFigures(pack: RunningPack): Promise<Figure[]> {
  const client = pack.client()
  const id = 'article-dry-eye-in-practice'
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const title = `Dry eye, edition ${round}`
    const published = await client.getDocument(id)
    if (published === undefined) throw new Error(`${id} is not in the dataset`)
    await client.createOrReplace({ ...published, _id: `drafts.${id}`, title })
    const start = performance.now()
    await client.action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${id}`,
      publishedId: id,
    })
    while (!(await listing(pack)).includes(title)) await delay(10)
    times.push((performance.now() - start) / 1000)
    await delay(500)
  }
  const all = times.map((time) => time.toFixed(2)).join(', ')
  return [atMost('Publish to served', median(times), 3, 's', `median of ${rounds}: ${all}`)]
}

async function listing(pack: RunningPack): Promise<string> {
  // While the runtime takes up a new site it may refuse a connection; a reader would try again too.
  return fetch(`${pack.site}/cet/active/`).then(
    (answer) => answer.text(),
    () => '',
  )
}
