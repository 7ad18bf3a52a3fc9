import type { Action } from '@sanity/client'
import { describe, expect, onTestFinished, test } from 'vitest'
import { clientOf, lakeForTest } from './test-support/lake.ts'

async function ready() {
  const client = clientOf(await lakeForTest())
  const ids = () => client.fetch<string[]>('*[_type == "article"]._id')
  return { client, ids }
}

const CREATE: Action = {
  actionType: 'sanity.action.document.create',
  publishedId: 'a',
  attributes: { _id: 'drafts.a', _type: 'article', title: 'One' },
  ifExists: 'fail',
}
const PUBLISH: Action = {
  actionType: 'sanity.action.document.publish',
  draftId: 'drafts.a',
  publishedId: 'a',
}

describe('the life of a document', () => {
  test('create, edit, publish, edit, discard, unpublish, delete', async () => {
    const { client, ids } = await ready()
    const { transactionId } = await client.action(CREATE)
    expect(await client.getDocument('drafts.a')).toMatchObject({ title: 'One', _rev: transactionId })
    const edit = (title: string): Action => ({
      actionType: 'sanity.action.document.edit',
      draftId: 'drafts.a',
      publishedId: 'a',
      patch: { set: { title } },
    })
    await client.action(edit('Two'))
    await client.action(PUBLISH)
    expect(await ids()).toEqual(['a'])
    // An edit of a document without a draft makes the draft first.
    await client.action(edit('Three'))
    expect(await client.fetch('*[_type == "article"]{_id, title}')).toEqual([
      { _id: 'a', title: 'Two' },
      { _id: 'drafts.a', title: 'Three' },
    ])
    await client.action({ actionType: 'sanity.action.document.discard', draftId: 'drafts.a' })
    expect(await ids()).toEqual(['a'])
    await client.action({
      actionType: 'sanity.action.document.unpublish',
      draftId: 'drafts.a',
      publishedId: 'a',
    })
    expect(await ids()).toEqual(['drafts.a'])
    await client.action(PUBLISH)
    await client.action({ actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts: [] })
    expect(await ids()).toEqual([])
  })

  test('a duplicate is a new draft with the same content', async () => {
    const { client, ids } = await ready()
    await client.action(CREATE)
    const { _rev, _createdAt, _updatedAt, ...content } = (await client.getDocument('drafts.a')) ?? {
      _type: '',
      _id: '',
    }
    await client.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'b',
      attributes: { ...content, _id: 'drafts.b' },
      ifExists: 'fail',
    })
    expect(await ids()).toEqual(['drafts.a', 'drafts.b'])
  })

  test('publishing keeps the time of creation and makes marked references strong', async () => {
    const { client } = await ready()
    await client.create({ _id: 'e', _type: 'exam' })
    const exam = { _type: 'reference', _ref: 'e', _weak: true, _strengthenOnPublish: { type: 'exam' } }
    await client.create({ _id: 'drafts.a', _type: 'article', exam, _createdAt: '2021-10-04T09:00:00.000Z' })
    await client.action(PUBLISH)
    expect(await client.getDocument('a')).toMatchObject({ _createdAt: '2021-10-04T09:00:00.000Z' })
    expect((await client.getDocument('a'))?.['exam']).toEqual({ _type: 'reference', _ref: 'e' })
  })

  test('publishing is refused while a reference points to a draft alone', async () => {
    const { client, ids } = await ready()
    const exam = { _type: 'reference', _ref: 'e', _weak: true, _strengthenOnPublish: { type: 'exam' } }
    await client.create({ _id: 'drafts.a', _type: 'article', exam })
    await expect(client.action(PUBLISH)).rejects.toMatchObject({
      statusCode: 409,
      details: { type: 'actionError', items: [{ error: { referenceID: 'e' }, index: 0 }] },
    })
    expect(await ids()).toEqual(['drafts.a'])
  })

  test('a dry run checks and changes nothing', async () => {
    const { client, ids } = await ready()
    await client.action(CREATE, { dryRun: true })
    expect(await ids()).toEqual([])
    await expect(client.action(PUBLISH, { dryRun: true })).rejects.toMatchObject({ statusCode: 404 })
  })

  test.each([
    ['another revision of the draft', { ...PUBLISH, ifDraftRevisionId: 'other' }, 409],
    ['another revision of the published document', { ...PUBLISH, ifPublishedRevisionId: 'other' }, 409],
    ['a draft of another document', { ...PUBLISH, publishedId: 'b' }, 400],
    ['a draft as the published document', { ...PUBLISH, publishedId: 'drafts.a' }, 400],
    ['creating twice', CREATE, 409],
    [
      'deleting without naming the draft',
      { actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts: [] },
      409,
    ],
  ] as const)('%s is refused', async (_name, action, statusCode) => {
    const { client, ids } = await ready()
    await client.action(CREATE)
    await expect(client.action(action as Action)).rejects.toMatchObject({ statusCode })
    expect(await ids()).toEqual(['drafts.a'])
  })

  test('an unknown action is refused by name', async () => {
    const { client } = await ready()
    const unknown = { actionType: 'sanity.action.document.frobnicate' }
    await expect(
      client.request({ method: 'POST', url: '/data/actions/sampledata', body: { actions: [unknown] } }),
    ).rejects.toThrow(/frobnicate/)
  })
})

describe('releases', () => {
  async function withRelease() {
    const { client, ids } = await ready()
    await client.create({ _id: 'a', _type: 'article', title: 'Old' })
    await client.create({ _id: 'b', _type: 'article', title: 'Goes away' })
    await client.releases.create({ releaseId: 'autumn', metadata: { title: 'Autumn' } })
    await client.createVersion({
      publishedId: 'a',
      releaseId: 'autumn',
      document: { _type: 'article', title: 'New' },
    })
    await client.unpublishVersion({ releaseId: 'autumn', publishedId: 'b' })
    return { client, ids }
  }

  test('publishing one publishes and unpublishes its documents at once', async () => {
    const { client, ids } = await withRelease()
    expect(await client.fetch('*[_type == "article"].title', {}, { perspective: ['autumn'] })).toEqual([
      'New',
    ])
    await client.releases.publish({ releaseId: 'autumn' })
    expect(await ids()).toEqual(['a'])
    expect(await client.fetch('*[_id == "a"][0].title')).toBe('New')
    expect(await client.releases.get({ releaseId: 'autumn' })).toMatchObject({ state: 'published' })
  })

  test('one that is archived comes back as it was', async () => {
    const { client, ids } = await withRelease()
    await client.releases.archive({ releaseId: 'autumn' })
    expect(await ids()).toEqual(['a', 'b'])
    await client.releases.unarchive({ releaseId: 'autumn' })
    expect(await ids()).toEqual(['a', 'b', 'versions.autumn.a', 'versions.autumn.b'])
    expect(await client.getDocument('versions.autumn.a')).toMatchObject({ title: 'New' })
  })

  test('an active one cannot be deleted', async () => {
    const { client } = await withRelease()
    await expect(client.releases.delete({ releaseId: 'autumn' })).rejects.toMatchObject({ statusCode: 409 })
  })

  test('a scheduled one is published when its time has come', async () => {
    let now = new Date('2021-10-04T09:00:00Z')
    const client = clientOf(await lakeForTest({ clock: () => now }))
    await client.releases.create({ releaseId: 'autumn' })
    await client.createVersion({
      publishedId: 'a',
      releaseId: 'autumn',
      document: { _type: 'article', title: 'New' },
    })
    await client.releases.schedule({ releaseId: 'autumn', publishAt: '2021-10-05T09:00:00Z' })
    const released = new Promise((resolve) => {
      const subscription = client.listen('*[_id == "a"]').subscribe(resolve)
      onTestFinished(() => subscription.unsubscribe())
    })
    expect(await client.getDocument('a')).toBeUndefined()
    now = new Date('2021-10-05T09:00:00Z')
    await released
    expect(await client.getDocument('a')).toMatchObject({
      title: 'New',
      _updatedAt: '2021-10-05T09:00:00.000Z',
    })
    expect(await client.releases.get({ releaseId: 'autumn' })).toMatchObject({ state: 'published' })
  })
})
