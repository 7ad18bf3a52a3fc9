import type { SanityClient } from '@sanity/client'

const ref = (id: string) => ({ _type: 'reference' as const, _ref: id })
const keyed = (id: string) => ({ ...ref(id), _key: id })

/** ID of the synthetic pack; its items are `synthetic-<number>`, counted from 0. */
export const SYNTHETIC_PACK = 'pack-synthetic'

/**
 * Adds a pack of many items to a dataset in which the demonstration framework is: each item covers three units of one
 * registrant type. Deterministic.
 *
 * @param units - IDs of the framework's units by registrant type
 */
export async function writeSyntheticPack(
  client: SanityClient,
  count: number,
  framework: string,
  units: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const types = [...units.keys()]
  const ids = Array.from({ length: count }, (_, index) => `synthetic-${index}`)
  const batch = 250
  for (let start = 0; start < count; start += batch) {
    const transaction = client.transaction()
    for (let index = start; index < Math.min(count, start + batch); index += 1) {
      const type = types[index % types.length] ?? ''
      const own = units.get(type) ?? []
      const competencies = [0, 1, 2].flatMap((step) => own[(index * 7 + step * 3) % own.length] ?? [])
      transaction.createOrReplace({ ...exam(index), _id: `exam-synthetic-${index}` })
      transaction.createOrReplace({
        _id: `synthetic-${index}`,
        _type: index % 5 === 4 ? 'video' : 'article',
        title: `Synthetic item ${index}: examination, management and referral`,
        audience: [keyed(type)],
        exam: ref(`exam-synthetic-${index}`),
        learningObjectives: [
          {
            _key: 'lo',
            _type: 'learningObjective',
            text: 'Do',
            competencies: [...new Set(competencies)].map(keyed),
          },
        ],
      })
    }
    await transaction.commit({ returnDocuments: false })
  }
  await client.createOrReplace({
    _id: SYNTHETIC_PACK,
    _type: 'pack',
    title: 'Synthetic pack',
    opensOn: '2030-01-01',
    framework: ref(framework),
    items: ids.map(keyed),
  })
}

function exam(index: number) {
  return { _type: 'exam', title: `Exam ${index}`, points: 1 }
}
