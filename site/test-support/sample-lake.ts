import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import sharp from 'sharp'
import { startLake } from '../../lake/index.ts'
import { sampleDocuments } from './sample-documents.ts'

/** A running Content Lake with the sample pack, and what a build of the site needs to read it. */
export type SampleLake = {
  readonly client: SanityClient
  /** The build’s environment, without its output folder. */
  readonly environment: Record<string, string>
  readonly folder: string
  stop(): Promise<void>
}

/** What of the sample pack a test wants otherwise: a film that plays, fields of the video. */
export type SampleChanges = { readonly film?: Buffer; readonly video?: Readonly<Record<string, unknown>> }

/** Starts a real lake on a free port under another project and dataset than the default, and seeds it. */
export async function sampleLake(changes: SampleChanges = {}): Promise<SampleLake> {
  const folder = await mkdtemp(join(tmpdir(), 'site-build-'))
  const tokens = { editor: 'editor-token-for-tests', viewer: 'viewer-token-for-tests' }
  const lake = await startLake({
    port: 0,
    folder: join(folder, 'lake'),
    projectId: 'elsewhere',
    dataset: 'rehearsal',
    origins: [],
    tokens: (['editor', 'viewer'] as const).map((role) => ({
      token: tokens[role],
      role,
      userId: `sample-${role}`,
      name: `${role} Sample`,
      email: `${role}@example.com`,
    })),
  })
  const client = createClient({
    projectId: 'elsewhere',
    dataset: 'rehearsal',
    apiHost: lake.url,
    useProjectHostname: false,
    token: tokens.editor,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
  })
  const picture = await sharp({
    create: { width: 1300, height: 700, channels: 3, background: '#a33' },
  })
    .png()
    .toBuffer()
  const [image, video, captions] = await Promise.all([
    client.assets.upload('image', picture, { filename: 'square.png' }),
    client.assets.upload('file', changes.film ?? Buffer.from('not a real film, but bytes. '.repeat(4)), {
      filename: 'film.mp4',
    }),
    client.assets.upload('file', Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nGood morning.\n'), {
      filename: 'film.vtt',
    }),
  ])
  const documents = sampleDocuments({ image: image._id, video: video._id, captions: captions._id })
  const write = client.transaction()
  for (const document of documents) {
    write.createOrReplace(document._type === 'video' ? { ...document, ...changes.video } : document)
  }
  await write.commit()
  const versions = join(folder, 'versions.json')
  const exams = documents.filter((document) => document._type === 'exam')
  await writeFile(
    versions,
    JSON.stringify(Object.fromEntries(exams.map((exam) => [exam._id, { version: 'ab'.repeat(32) }]))),
  )
  return {
    client,
    folder,
    environment: {
      SANITY_PROJECT_ID: 'elsewhere',
      SANITY_DATASET: 'rehearsal',
      SANITY_API_HOST: lake.url,
      SANITY_READ_TOKEN: tokens.viewer,
      EXAM_VERSIONS: versions,
      SITE_CACHE: join(folder, 'cache'),
    },
    async stop() {
      await lake.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
