import fc from 'fast-check'
import { evaluate, parse } from 'groq-js'
import { expect, test } from 'vitest'
import { type JsonObject, strongReferences } from './documents.ts'
import { clientOf, lakeForTest } from './test-support/lake.ts'

/**
 * A model of the lake that shares no code with its transactions: a map, plain assignments, and groq-js over a list. Random
 * mutations go to both; both must accept or refuse each transaction, and answer the same queries alike.
 */
const ids = fc.constantFrom('a', 'b', 'c', 'drafts.a', 'drafts.b')
const target = fc.constantFrom('a', 'b', 'c')
const fields = fc.record(
  {
    n: fc.integer({ min: 0, max: 9 }),
    title: fc.constantFrom('Dry eye', 'Myopia'),
    ref: target,
    weak: fc.boolean(),
  },
  { requiredKeys: ['n'] },
)
type Fields = { n: number; title?: string; ref?: string; weak?: boolean }

const operation = fc.oneof(
  fc.record({ op: fc.constant('create' as const), id: ids, fields }),
  fc.record({ op: fc.constant('createOrReplace' as const), id: ids, fields }),
  fc.record({ op: fc.constant('createIfNotExists' as const), id: ids, fields }),
  fc.record({ op: fc.constant('delete' as const), id: ids }),
  fc.record({ op: fc.constant('inc' as const), id: ids, by: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ op: fc.constant('unset' as const), id: ids }),
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never
const transactions = fc.array(fc.array(operation, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
})

function documentOf(id: string, { ref, weak, ...rest }: Fields) {
  const reference =
    ref === undefined ? {} : { ref: { _type: 'reference', _ref: ref, ...(weak ? { _weak: true } : {}) } }
  return { _id: id, _type: 'exam', ...rest, ...reference }
}

function mutationOf(operation: Operation): JsonObject {
  switch (operation.op) {
    case 'delete':
      return { delete: { id: operation.id } }
    case 'inc':
      return { patch: { id: operation.id, inc: { n: operation.by } } }
    case 'unset':
      return { patch: { id: operation.id, unset: ['title', 'ref'] } }
    default:
      return { [operation.op]: documentOf(operation.id, operation.fields) }
  }
}

type Model = Map<string, JsonObject>

/** The model after a transaction, or null when it must be refused. */
function step(model: Model, operations: readonly Operation[]): Model | null {
  const next: Model = new Map(model)
  for (const operation of operations) {
    const existing = next.get(operation.id)
    if (operation.op === 'delete') next.delete(operation.id)
    else if (operation.op === 'inc' || operation.op === 'unset') {
      if (!existing) return null
      const copy = { ...existing }
      if (operation.op === 'inc') copy['n'] = Number(copy['n']) + operation.by
      else for (const field of ['title', 'ref']) delete copy[field]
      next.set(operation.id, copy)
    } else if (operation.op === 'create' && existing) return null
    else if (operation.op !== 'createIfNotExists' || !existing) {
      next.set(operation.id, documentOf(operation.id, operation.fields))
    }
  }
  const dangling = [...next.values()].some((document) =>
    [...strongReferences(document)].some((id) => !next.has(id)),
  )
  return dangling ? null : next
}

const QUERIES = [
  '*[_type == "exam"] | order(_id) {_id, n, title, ref}',
  '*[n > 4] | order(n desc, _id) {_id, "other": ref->{_id, n}}',
  '*[_id in ["a", "drafts.a"]] | order(_id) {_id, "referrers": count(*[references(^._id)])}',
  '{"sum": math::sum(*[_type == "exam"].n), "dry": count(*[_type == "exam" && title match "dry*"])}',
]

test('random mutations: the lake and an independent model agree', async () => {
  const lake = await lakeForTest()
  const client = clientOf(lake)
  const seed = Date.now() % 2 ** 31
  await fc.assert(
    fc.asyncProperty(transactions, async (list) => {
      await client.delete({ query: '*' })
      let model: Model = new Map()
      for (const operations of list) {
        const next = step(model, operations)
        const body = { mutations: operations.map(mutationOf) }
        const accepted = await client.request({ method: 'POST', url: '/data/mutate/sampledata', body }).then(
          () => true,
          () => false,
        )
        expect(accepted, JSON.stringify(operations)).toBe(next !== null)
        model = next ?? model
      }
      for (const query of QUERIES) {
        const dataset = [...model.values()].sort((a, b) => (String(a['_id']) < String(b['_id']) ? -1 : 1))
        const expected: unknown = await (await evaluate(parse(query), { dataset })).get()
        expect(await client.fetch(query), query).toEqual(expected)
      }
    }),
    { numRuns: 60, seed },
  )
  process.stdout.write(`property test of the lake: seed ${seed}\n`)
})
