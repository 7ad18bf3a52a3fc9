import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createClient, type SanityClient } from '@sanity/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningLake, startLake } from '../../lake/index.ts'
import { seed } from '../seed/index.ts'
import { exportContent } from './export.ts'
import { importContent } from './import.ts'

const token = 'editor-token-of-the-content-test'
const everything = '*[!(_id in path("_.**"))] | order(_id)'
const folder = mkdtempSync(join(tmpdir(), 'content-test-'))
const archive = join(folder, 'pack.tar.gz')
const lakes: RunningLake[] = []
let source: SanityClient

async function emptyLake(projectId = 'survivalpack', dataset = 'production'): Promise<SanityClient> {
  const lake = await startLake({
    port: 0,
    folder: mkdtempSync(join(folder, 'lake-')),
    projectId,
    dataset,
    origins: [],
    tokens: [{ token, role: 'editor', userId: 'sample', name: 'Eddie Sample', email: 'editor@example.com' }],
  })
  lakes.push(lake)
  return createClient({
    projectId,
    dataset,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
    apiHost: lake.url,
    useProjectHostname: false,
    token,
  })
}

/** What two datasets must have in common: everything but times, revisions and where assets are kept. */
async function contentOf(client: SanityClient): Promise<unknown> {
  const documents = await client.fetch<Record<string, unknown>[]>(everything)
  return documents.map(({ _rev, _createdAt, _updatedAt, url, path, uploadId, ...own }) => own)
}

function fileOf(...lines: readonly unknown[]): string {
  const file = join(folder, `${crypto.randomUUID()}.ndjson`)
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return file
}

beforeAll(async () => {
  source = await emptyLake()
  await seed({ client: source, log: () => {} })
  await source.create({ _id: 'drafts.exam-dry-eye-in-practice', _type: 'exam', title: 'Half-written' })
  await exportContent({ client: source, file: archive })
})

afterAll(async () => {
  for (const lake of lakes) await lake.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a dataset as a file', () => {
  test('leaves out the secrets that let editors into the preview', async () => {
    await source.create({ _id: 'drafts.secret', _type: 'sanity.previewUrlSecret', secret: 'let-me-in' })
    const file = join(folder, 'without-secrets.tar.gz')
    await exportContent({ client: source, file })
    await source.delete('drafts.secret')
    expect(gunzipSync(readFileSync(file)).includes('let-me-in')).toBe(false)
  })

  test('comes back whole in another project and dataset: documents, drafts, images and files', async () => {
    const target = await emptyLake('otherpack', 'staging')
    const { documents, written } = await importContent({ client: target, file: archive, existing: 'refuse' })
    expect(written).toBe(documents)
    expect(await contentOf(target)).toEqual(await contentOf(source))
    const [image] = await target.fetch<{ url: string; size: number }[]>(
      '*[_type == "sanity.imageAsset"]{url, size}',
    )
    expect((await (await fetch(image?.url ?? '')).arrayBuffer()).byteLength).toBe(image?.size)
  })

  test('is refused where its documents are already, and says how to go on', async () => {
    const before = await contentOf(source)
    await expect(importContent({ client: source, file: archive, existing: 'refuse' })).rejects.toMatchObject({
      code: 'CONTENT_PROBLEMS',
      message: expect.stringMatching(
        /line 1, [^:]+, _id: the dataset has this document already.*--replace.*--missing/,
      ),
    })
    expect(await contentOf(source)).toEqual(before)
  })

  test('puts back what was changed, or keeps it, as asked; twice gives the same', async () => {
    const target = await emptyLake()
    await importContent({ client: target, file: archive, existing: 'refuse' })
    await target.patch('exam-dry-eye-in-practice').set({ title: 'Changed' }).commit()
    const title = () => target.fetch<string>('*[_id == "exam-dry-eye-in-practice"][0].title')
    expect(await importContent({ client: target, file: archive, existing: 'keep' })).toMatchObject({
      written: 0,
    })
    expect(await title()).toBe('Changed')
    await importContent({ client: target, file: archive, existing: 'replace' })
    await importContent({ client: target, file: archive, existing: 'replace' })
    expect(await contentOf(target)).toEqual(await contentOf(source))
  })
})

describe('a file with a problem changes nothing', () => {
  const good = {
    _id: 'registrantType-sample',
    _type: 'registrantType',
    title: 'Sample',
    code: 'optometrist',
    abbreviation: 'O',
    order: 1,
  }
  const exam = {
    _id: 'exam-sample',
    _type: 'exam',
    title: 'Exam: sample',
    questions: [
      {
        _key: 'q',
        _type: 'question',
        stem: 'Which?',
        kind: 'single',
        choices: [{ _key: 'a', _type: 'choice', text: '', correct: true }],
      },
    ],
  }

  test.each<{ what: string; lines: unknown[]; says: RegExp }>([
    {
      what: 'a line that is cut off',
      lines: [good, '{"_id": "x", "_ty'],
      says: /line 2, column \d+: this is not JSON/,
    },
    { what: 'a line that is no document', lines: ['[1]'], says: /line 1: this is JSON, but not a document/ },
    {
      what: 'a document without a type',
      lines: [good, '', { _id: 'x' }],
      says: /line 3, x, _type: the type is missing/,
    },
    { what: 'a document without an ID', lines: [{ _type: 'exam' }], says: /line 1, _id: the ID is missing/ },
    {
      what: 'an ID that comes twice',
      lines: [good, good],
      says: /line 2, registrantType-sample, _id: the same ID as in line 1/,
    },
    {
      what: 'a type that is not known',
      lines: [{ _id: 'x', _type: 'quiz' }],
      says: /line 1, x, _type: no document has the type “quiz”/,
    },
    {
      what: 'a reference that leads nowhere',
      lines: [
        good,
        { _id: 'drafts.c', _type: 'competency', registrantType: { _type: 'reference', _ref: 'nobody' } },
      ],
      says: /line 2, drafts\.c, registrantType: this refers to nobody/,
    },
    {
      what: 'an asset that the file does not hold',
      lines: [
        {
          _id: 'drafts.v',
          _type: 'video',
          file: { _type: 'file', _sanityAsset: 'file@file://./files/a.mp4' },
        },
      ],
      says: /line 1, drafts\.v, file: the file does not hold file@file:/,
    },
    {
      what: 'a published document that breaks a rule of the schema',
      lines: [good, exam],
      says: /line 2, exam-sample, questions\[0\]\.choices\[0\]\.text: Write the choice/,
    },
    {
      what: 'a value of the wrong kind',
      lines: [{ ...good, title: 7 }],
      says: /line 1, registrantType-sample, title: Write the title/,
    },
  ])('$what', async ({ lines, says }) => {
    const target = await emptyLake()
    await expect(
      importContent({ client: target, file: fileOf(...lines), existing: 'refuse' }),
    ).rejects.toMatchObject({
      code: 'CONTENT_PROBLEMS',
      message: expect.stringMatching(says),
      remedy: expect.stringContaining('Nothing was changed'),
    })
    expect(await target.fetch('count(*)')).toBe(0)
  })

  test('drafts may be unfinished, and a byte order mark and Windows line ends are no problem', async () => {
    const target = await emptyLake()
    const file = fileOf(
      `\uFEFF${JSON.stringify(good)}\r`,
      JSON.stringify({ ...exam, _id: 'drafts.exam-sample' }),
    )
    expect(await importContent({ client: target, file, existing: 'refuse' })).toMatchObject({ written: 2 })
  })

  test('an archive that is damaged or holds no data is named', async () => {
    const target = await emptyLake()
    for (const bytes of [readFileSync(archive).subarray(0, 4000), gzipSync('nothing')]) {
      const file = join(folder, 'damaged.tar.gz')
      writeFileSync(file, bytes)
      await expect(importContent({ client: target, file, existing: 'refuse' })).rejects.toMatchObject({
        code: 'CONTENT_FILE_NOT_A_DATASET',
      })
    }
    const cut = join(folder, 'cut.tar.gz')
    writeFileSync(cut, gzipSync(gunzipSync(readFileSync(archive)).subarray(0, 512)))
    await expect(importContent({ client: target, file: cut, existing: 'refuse' })).rejects.toMatchObject({
      code: expect.stringMatching(/^CONTENT_FILE_(?:EMPTY|NOT_A_DATASET)$/),
    })
    await expect(
      importContent({ client: target, file: join(folder, 'none'), existing: 'refuse' }),
    ).rejects.toMatchObject({ code: 'CONTENT_FILE_UNREADABLE' })
    expect(await target.fetch('count(*)')).toBe(0)
  })
})

describe('npm run content', () => {
  /** In a process of its own, while the lake goes on answering in this one. */
  const run = async (...args: string[]) => {
    const { apiHost, projectId, dataset } = source.config()
    const child = spawn(process.execPath, ['scripts/content/main.ts', ...args], {
      env: {
        ...process.env,
        SANITY_API_HOST: apiHost,
        SANITY_PROJECT_ID: projectId,
        SANITY_DATASET: dataset,
        SANITY_WRITE_TOKEN: token,
      },
    })
    const text = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => {
      text.stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      text.stderr += chunk
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    return { status, ...text }
  }

  test('exports once, and overwrites only when told to', { timeout: 240_000 }, async () => {
    const file = join(folder, 'by-command.tar.gz')
    expect(await run('export', file)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/by-command\.tar\.gz: \d+ documents, \d+ assets/),
    })
    expect(await run('export', file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('CONTENT_FILE_EXISTS'),
    })
    expect(await run('export', file, '--force')).toMatchObject({ status: 0 })
    expect(await run('import', file, '--check')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('CONTENT_PROBLEMS'),
    })
    expect(await run('import', file, '--check', '--replace')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('no problem'),
    })
  })
})
