import type { SanityClient } from '@sanity/client'

type Stored = { _id: string; _type: string; [field: string]: unknown }

const batch = 100

/**
 * Makes the active pack of a seeded dataset as large as asked: copies of its articles with their exams, each under its
 * own ID and address, in the place of its items. Deterministic.
 *
 * @param count how many items the pack is to have; each is two pages of the site, the article and its exam.
 * @returns the names of the exam versions that a build needs, as the release step would write them.
 */
export async function writeLargePack(
  client: SanityClient,
  count: number,
): Promise<Record<string, { version: string }>> {
  const articles = await client.fetch<Stored[]>('*[_type == "article"] | order(_id asc)', {}, published)
  const exams = await client.fetch<Stored[]>('*[_type == "exam"]', {}, published)
  const examOf = new Map(exams.map((exam) => [exam._id, exam]))
  for (let start = 0; start < count; start += batch) {
    const transaction = client.transaction()
    for (let index = start; index < Math.min(count, start + batch); index += 1) {
      const article = articles[index % articles.length]
      const exam = article && examOf.get(referenceOf(article['exam']))
      if (article === undefined || exam === undefined) throw new RangeError('The dataset is not seeded.')
      transaction.createOrReplace({ ...exam, _id: `exam-copy-${index}` })
      transaction.createOrReplace({
        ...article,
        _id: `article-copy-${index}`,
        title: `${String(article['title'])}, copy ${index}`,
        slug: { _type: 'slug', current: `copy-${index}` },
        exam: { _type: 'reference', _ref: `exam-copy-${index}` },
      })
    }
    await transaction.commit({ returnDocuments: false })
  }
  const ids = Array.from({ length: count }, (_, index) => `article-copy-${index}`)
  const pack = await client.fetch<string>('*[_id == "siteSettings"][0].activePack._ref', {}, published)
  await client
    .patch(pack)
    .set({ items: ids.map((id) => ({ _type: 'reference', _ref: id, _key: id })) })
    .commit({ returnDocuments: false })
  return Object.fromEntries(
    ids.map((_, index) => [`exam-copy-${index}`, { version: index.toString(16).padStart(64, '0') }]),
  )
}

const published = { perspective: 'published' } as const

function referenceOf(value: unknown): string {
  return typeof value === 'object' && value !== null && '_ref' in value ? String(value._ref) : ''
}
