import { describe, expect, test } from 'vitest'
import { clientOf, lakeForTest } from './test-support/lake.ts'

async function ready() {
  const lake = await lakeForTest()
  return { lake, client: clientOf(lake) }
}

describe('documents', () => {
  test('get ID, revision and times from the lake', async () => {
    const { client } = await ready()
    const made = await client.create({ _type: 'exam', title: 'One' })
    expect(made._id).toMatch(/^[A-Za-z0-9]{22}$/)
    expect(made._createdAt).toBe(made._updatedAt)
    expect(await client.getDocument(made._id)).toEqual(made)
  })

  test('the revision is the ID of the transaction, also when the client chose it', async () => {
    const { client } = await ready()
    const done = await client.mutate([{ create: { _id: 'x', _type: 'exam' } }], {
      transactionId: 'my-transaction',
    })
    expect(done).toMatchObject({ results: [{ document: { _rev: 'my-transaction' } }] })
    await expect(
      client.mutate([{ delete: { id: 'x' } }], { transactionId: 'my-transaction' }),
    ).rejects.toMatchObject({
      statusCode: 409,
    })
  })

  test('an ID that ends in a dot is completed', async () => {
    const { client } = await ready()
    expect((await client.create({ _id: 'drafts.', _type: 'exam' }))._id).toMatch(/^drafts\.[A-Za-z0-9]{22}$/)
  })

  test('create, createIfNotExists and createOrReplace differ as they should', async () => {
    const { client } = await ready()
    const first = await client.create({ _id: 'x', _type: 'exam', title: 'One' })
    await expect(client.create({ _id: 'x', _type: 'exam' })).rejects.toMatchObject({ statusCode: 409 })
    expect((await client.createIfNotExists({ _id: 'x', _type: 'exam', title: 'Two' }))._rev).toBe(first._rev)
    const replaced = await client.createOrReplace({ _id: 'x', _type: 'exam', points: 3 })
    expect(replaced).not.toHaveProperty('title')
    expect(replaced._createdAt).toBe(first._createdAt)
  })

  test('delete by query, and of what is not there', async () => {
    const { client } = await ready()
    for (const n of [1, 2, 3]) await client.create({ _id: `x${n}`, _type: 'exam', n })
    await client.delete({ query: '*[_type == "exam" && n > $n]', params: { n: 1 } })
    expect(await client.fetch('*._id')).toEqual(['x1'])
    await client.delete('nothing')
  })

  test('a dry run answers as if, and changes nothing', async () => {
    const { client } = await ready()
    const done = await client.create({ _id: 'x', _type: 'exam' }, { dryRun: true })
    expect(done._id).toBe('x')
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('a transaction is all or nothing', async () => {
    const { client } = await ready()
    const transaction = client
      .transaction()
      .create({ _id: 'x', _type: 'exam' })
      .patch('missing', { set: { a: 1 } })
    await expect(transaction.commit()).rejects.toMatchObject({ statusCode: 404 })
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('IDs and documents come back as asked for', async () => {
    const { client } = await ready()
    const mutations = [{ create: { _id: 'x', _type: 'exam' } }, { create: { _id: 'y', _type: 'exam' } }]
    const done = await client.mutate(mutations, { returnDocuments: false, returnFirst: false })
    expect(done.documentIds).toEqual(['x', 'y'])
    expect(done.results.map(({ operation }) => operation)).toEqual(['create', 'create'])
  })
})

describe('patches', () => {
  async function patched(operations: Parameters<ReturnType<typeof clientOf>['patch']>[1]) {
    const { client } = await ready()
    const items = [
      { _key: 'a', n: 1 },
      { _key: 'b', n: 2 },
    ]
    await client.create({
      _id: 'x',
      _type: 'exam',
      title: 'Dry eye',
      points: 1,
      deep: { list: ['p', 'q'] },
      items,
    })
    return await client.patch('x', operations).commit<Record<string, unknown>>()
  }

  test.each([
    [
      'set',
      { set: { title: 'New', 'items[_key=="b"].n': 9 } },
      {
        title: 'New',
        items: [
          { _key: 'a', n: 1 },
          { _key: 'b', n: 9 },
        ],
      },
    ],
    ['setIfMissing', { setIfMissing: { title: 'No', extra: 1 } }, { title: 'Dry eye', extra: 1 }],
    [
      'unset',
      { unset: ['deep.list[0]', 'items[_key=="a"]'] },
      { deep: { list: ['q'] }, items: [{ _key: 'b', n: 2 }] },
    ],
    [
      'inc and dec',
      { inc: { points: 2 }, dec: { 'items[0].n': 1 } },
      {
        points: 3,
        items: [
          { _key: 'a', n: 0 },
          { _key: 'b', n: 2 },
        ],
      },
    ],
    [
      'insert before',
      { insert: { before: 'deep.list[0]', items: ['o'] } },
      { deep: { list: ['o', 'p', 'q'] } },
    ],
    [
      'insert after the last',
      { insert: { after: 'deep.list[-1]', items: ['r'] } },
      { deep: { list: ['p', 'q', 'r'] } },
    ],
    [
      'insert replace',
      { insert: { replace: 'items[_key=="a"]', items: [{ _key: 'c' }] } },
      { items: [{ _key: 'c' }, { _key: 'b', n: 2 }] },
    ],
    [
      'diffMatchPatch',
      { diffMatchPatch: { title: '@@ -1,7 +1,9 @@\n Dry \n-e\n+red e\n ye\n' } },
      { title: 'Dry red eye' },
    ],
  ])('%s', async (_name, operations, expected) => {
    expect(await patched(operations)).toMatchObject(expected)
  })

  test('a patch by query changes every match', async () => {
    const { client } = await ready()
    for (const n of [1, 2]) await client.create({ _id: `x${n}`, _type: 'exam', n })
    await client.patch({ query: '*[_type == "exam"]' }).inc({ n: 10 }).commit({ returnFirst: false })
    expect(await client.fetch('*.n')).toEqual([11, 12])
  })

  test('array items get keys on request', async () => {
    const { client } = await ready()
    const made = await client.create({ _type: 'exam', items: [{ n: 1 }] }, { autoGenerateArrayKeys: true })
    expect(made['items'][0]).toEqual({ n: 1, _key: expect.stringMatching(/^\w{12}$/) })
  })

  test('of two with the same expected revision one wins', async () => {
    const { client } = await ready()
    const { _rev } = await client.create({ _id: 'x', _type: 'exam', n: 0 })
    const tries = [1, 2, 3, 4].map((n) => client.patch('x').ifRevisionId(_rev).set({ n }).commit())
    const done = await Promise.allSettled(tries)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const failure of done.filter(({ status }) => status === 'rejected')) {
      expect(failure).toMatchObject({
        reason: {
          statusCode: 409,
          details: { items: [{ error: { type: 'documentRevisionIDDoesNotMatchError' } }] },
        },
      })
    }
  })

  test.each([
    ['_id', { set: { _id: 'y' } }],
    ['_type', { unset: ['_type'] }],
  ])('%s cannot be changed', async (_field, operations) => {
    await expect(patched(operations)).rejects.toMatchObject({ statusCode: 409 })
  })

  test.each([
    ['a path that does not parse', { set: { 'a[&]': 1 } }],
    ['no number to add', { inc: { points: 'many' } }],
    ['an insert without items', { insert: { after: 'deep.list[-1]' } }],
  ])('%s is refused with 400', async (_name, operations) => {
    const patch = JSON.parse(JSON.stringify(operations))
    await expect(patched(patch)).rejects.toMatchObject({ statusCode: 400 })
  })
})

describe('references', () => {
  test('a strong one holds its target in place', async () => {
    const { client } = await ready()
    await client.create({ _id: 'exam', _type: 'exam' })
    await client.create({ _id: 'a1', _type: 'article', exam: { _type: 'reference', _ref: 'exam' } })
    await client.create({ _id: 'drafts.a2', _type: 'article', exam: { _type: 'reference', _ref: 'exam' } })
    await expect(client.delete('exam')).rejects.toMatchObject({
      statusCode: 409,
      details: {
        type: 'mutationError',
        items: [
          {
            error: {
              type: 'documentHasExistingReferencesError',
              id: 'exam',
              referencingIDs: ['a1', 'drafts.a2'],
            },
            index: 0,
          },
        ],
      },
    })
    await client.transaction().delete('a1').delete('drafts.a2').delete('exam').commit()
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('a strong one needs its target; a weak one does not', async () => {
    const { client } = await ready()
    const exam = { _type: 'reference', _ref: 'none' }
    await expect(client.create({ _type: 'article', exam })).rejects.toMatchObject({ statusCode: 409 })
    await client.create({ _id: 'weak', _type: 'article', exam: { ...exam, _weak: true } })
  })

  test('documents of one transaction may refer to each other', async () => {
    const { client } = await ready()
    await client
      .transaction()
      .create({ _id: 'a', _type: 'article', other: { _type: 'reference', _ref: 'b' } })
      .create({ _id: 'b', _type: 'article', other: { _type: 'reference', _ref: 'a' } })
      .commit()
    expect(await client.fetch('*[references("a")]._id')).toEqual(['b'])
  })
})
