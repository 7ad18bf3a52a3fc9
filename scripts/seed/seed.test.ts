import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import getPort from 'get-port'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLake } from '../../lake/index.ts'
import { validate } from '../../schemas/test-support/validate.ts'
import { examVersions } from '../release/exam-versions.ts'
import { releaseExamsQuery } from '../release/exams-query.ts'
import { assetPaths } from './assets.ts'
import { exams } from './documents/index.ts'
import { documents, seed } from './index.ts'

const editorToken = 'editor-token-of-the-seed-test'
const viewerToken = 'viewer-token-of-the-seed-test'
const identity = { userId: 'sample', name: 'Eddie Sample', email: 'editor@example.com' }

let lake: Awaited<ReturnType<typeof startLake>>
let folder: string
let client: SanityClient
const size = { documents: documents.length, assets: assetPaths(documents).length }
const lines: string[] = []
const log = (line: string) => lines.push(line)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seed-'))
  lake = await startLake({
    port: 0,
    folder,
    projectId: 'survivalpack',
    dataset: 'production',
    origins: [],
    tokens: [
      { ...identity, token: editorToken, role: 'editor' },
      { ...identity, userId: 'sample-viewer', token: viewerToken, role: 'viewer' },
    ],
  })
  client = clientWith(editorToken, lake.url)
})

afterAll(async () => {
  await lake.close()
  await rm(folder, { recursive: true })
})

function clientWith(token: string, apiHost: string): SanityClient {
  return createClient({
    projectId: 'survivalpack',
    dataset: 'production',
    apiVersion: '2025-02-19',
    perspective: 'published',
    useCdn: false,
    apiHost,
    useProjectHostname: false,
    token,
  })
}

describe('seeding a Content Lake', () => {
  test('is refused with a remedy to a token that may not write', async () => {
    await expect(seed({ client: clientWith(viewerToken, lake.url), log })).rejects.toMatchObject({
      code: 'SEED_REFUSED',
      remedy: expect.stringContaining('SANITY_WRITE_TOKEN'),
    })
  })

  test('says so when nobody answers', async () => {
    const nobody = `http://localhost:${await getPort()}`
    await expect(
      seed({ client: clientWith(editorToken, nobody).withConfig({ maxRetries: 0 }), log }),
    ).rejects.toMatchObject({
      code: 'SEED_UNREACHABLE',
    })
  })

  test('is finished by the next run when it was interrupted before the settings', async () => {
    await client.create({ _id: 'registrantType-optometrist', _type: 'registrantType', title: 'Half-way' })
    const done = await seed({ client, log })
    expect(done).toMatchObject({
      ...size,
      changed: size.documents - 1,
      kept: ['registrantType-optometrist'],
    })
    expect(await seed({ client, log, overwrite: true })).toMatchObject({ changed: 1, kept: [] })
  })

  test('changes nothing the second time', async () => {
    const revisions = () => client.fetch<unknown>('*{_id, _rev}')
    const before = await revisions()
    expect(await seed({ client, log })).toEqual({ ...size, changed: 0, kept: [] })
    expect(await revisions()).toEqual(before)
  })

  test('leaves what editors changed or deleted, and says which', async () => {
    await client.patch('exam-flashes-and-floaters').set({ passMark: 80 }).commit()
    await client.patch('pack-survival-2021').unset(['items[_ref == "video-contact-lens-aftercare"]']).commit()
    await client.delete('video-contact-lens-aftercare')
    lines.length = 0
    const done = await seed({ client, log })
    expect(done.changed).toBe(0)
    expect(done.kept.toSorted()).toEqual([
      'exam-flashes-and-floaters',
      'pack-survival-2021',
      'video-contact-lens-aftercare',
    ])
    expect(lines).toContain('Left as it is: exam-flashes-and-floaters (an editor changed passMark)')
    expect(lines).toContain('Left as it is: pack-survival-2021 (an editor changed items)')
    expect(lines).toContain('Left as it is: video-contact-lens-aftercare (an editor deleted it)')
  })

  test('brings a framework of the earlier shape up to date, with its scheme and cycle and with what an editor wrote', async () => {
    await client
      .transaction()
      .createOrReplace({
        _id: 'framework-cet-2019',
        _type: 'framework',
        title: 'CET 2019 to 2021',
        scheme: 'CET',
        version: '2019',
        cycleStart: '2019-01-01',
        cycleEnd: '2021-12-31',
        note: 'An editor’s own note.',
      })
      .delete('cycle-cet-2019')
      .delete('scheme-cet')
      .commit()
    lines.length = 0
    const done = await seed({ client, log })
    expect(done.changed).toBe(4)
    expect(done.kept.toSorted()).toEqual(['exam-flashes-and-floaters', 'pack-survival-2021'])
    expect(lines).toContain('This dataset was seeded by an earlier version: bringing it up to date')
    const framework = '*[_id == "framework-cet-2019"][0]{note, "scheme": cycle->scheme->abbreviation}'
    expect(await client.fetch<unknown>(framework)).toEqual({ note: 'An editor’s own note.', scheme: 'CET' })
    await client.delete('video-contact-lens-aftercare')
    expect((await seed({ client, log })).kept.toSorted()).toEqual([
      'exam-flashes-and-floaters',
      'framework-cet-2019',
      'pack-survival-2021',
      'video-contact-lens-aftercare',
    ])
  })

  test('puts all of it back when asked to overwrite', async () => {
    expect(await seed({ client, log, overwrite: true })).toMatchObject({ changed: 4, kept: [] })
    expect(await client.fetch<number>('*[_id == "exam-flashes-and-floaters"][0].passMark')).toBe(60)
    expect(await seed({ client, log })).toMatchObject({ changed: 0, kept: [] })
  })

  test('reports what is read back otherwise than it was written, with document and field', async () => {
    await client.patch('exam-flashes-and-floaters').set({ points: 2 }).commit()
    const damaged = client.withConfig({
      resolveFetch: () => async (input, init) => {
        const answer = await fetch(input, init)
        if (!`${input}`.includes('/data/query/')) return answer
        return new Response((await answer.text()).replace('"passMark":60', '"passMark":61'), answer)
      },
    })
    await expect(seed({ client: damaged, log, overwrite: true })).rejects.toMatchObject({
      code: 'SEED_READ_BACK_DIFFERS',
      message: expect.stringMatching(/exam-[a-z-]+: field passMark/),
    })
    expect(await seed({ client, log })).toMatchObject({ changed: 0, kept: [] })
  })

  test('leaves documents that Studio would publish without a single error or warning', async () => {
    const all = await client.fetch<{ _id: string; _type: string }[]>('*[!(_type match "system.**")]')
    const seeded = new Set(documents.map(({ _id }) => _id))
    const faults: string[] = []
    for (const document of all.filter(({ _id }) => seeded.has(_id))) {
      const others = all.filter(({ _id }) => _id !== document._id)
      for (const line of await validate(document, others)) faults.push(`${document._id}: ${line}`)
    }
    expect(faults).toEqual([])
  })

  test('leaves exams that can be released', async () => {
    const content = await client.fetch<unknown>(releaseExamsQuery)
    const release = await examVersions(content, 'a release secret of more than thirty-two characters')
    expect(release.exams.map(({ exam }) => exam).toSorted()).toEqual(exams.map(({ _id }) => _id).toSorted())
  })
})
