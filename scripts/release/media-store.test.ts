import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { largeMediaFile, mediaPartSize } from '../../core/index.ts'
import { sampleClaimRules } from '../identity/index.ts'
import { type RunningWorker, startWorker } from '../worker/index.ts'
import { fillMediaStore, putMedia } from './media-store.ts'
import { putStream } from './stream.ts'
import type { WorkerAddress } from './worker-client.ts'

const stream = join(import.meta.dirname, '../../tests/fixtures/stream')
const releaseToken = 'release-token-of-the-tests-0123456789'
let folder = ''
let runtime: RunningWorker
let worker: WorkerAddress

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'media-store-'))
  const port = await getPort()
  runtime = await startWorker({
    port,
    dataFolder: join(folder, 'worker'),
    siteFolder: join(folder, 'site'),
    vars: {
      ENVIRONMENT: 'test',
      SITE_ORIGIN: `http://localhost:${port}`,
      OIDC_ALLOW_HTTP: 'true',
      OIDC_ISSUER: 'http://localhost:1/',
      OIDC_CLIENT_ID: 'pack',
      OIDC_CLIENT_SECRET: 'a secret of the client',
      CLAIMS: JSON.stringify(sampleClaimRules),
      RECEIPT_KEY: JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd', kid: 'test' }),
      RELEASE_TOKEN: releaseToken,
    },
  })
  worker = { url: runtime.url, releaseToken }
})
afterAll(async () => {
  await runtime?.close()
  rmSync(folder, { recursive: true, force: true })
})

function original(bytes: Buffer): { name: string; path: string; bytes: number } {
  const name = `${createHash('sha1').update(bytes).digest('hex')}.mp4`
  const path = join(folder, 'originals', name)
  mkdirSync(join(folder, 'originals'), { recursive: true })
  writeFileSync(path, bytes)
  return { name, path, bytes: bytes.byteLength }
}

function siteExpecting(expected: unknown): { site: string; originals: string } {
  const site = mkdtempSync(join(folder, 'built-'))
  writeFileSync(join(site, largeMediaFile), JSON.stringify(expected))
  return { site, originals: join(folder, 'originals') }
}

describe('the media store', () => {
  test('takes what it lacks, once, and a file beyond one part whole', async () => {
    const small = original(Buffer.from('a small film'))
    const large = original(Buffer.alloc(mediaPartSize + 5, 7))
    const built = siteExpecting({
      files: [small, large].map(({ name, bytes }) => ({ name, bytes })),
      streams: [],
    })
    expect(await fillMediaStore(worker, built)).toEqual([small.name, large.name])
    expect(await fillMediaStore(worker, built)).toEqual([])
    expect(await putMedia(worker, large.name, large.path)).toBe(false)
  })

  test('keeps nothing whose bytes are not those of its name', async () => {
    const wrong = original(Buffer.from('the right film'))
    writeFileSync(wrong.path, 'another film')
    await expect(putMedia(worker, wrong.name, wrong.path)).rejects.toMatchObject({
      code: 'RELEASE_MEDIA_REFUSED',
    })
    writeFileSync(wrong.path, 'the right film')
    expect(await putMedia(worker, wrong.name, wrong.path)).toBe(true)
  })

  test('a page may name a stream only once it is uploaded', async () => {
    const path = '/media/streams/lecture-1/index.m3u8'
    const built = siteExpecting({ files: [], streams: [{ path, video: 'video-x', title: 'A lecture' }] })
    await expect(fillMediaStore(worker, built)).rejects.toMatchObject({
      code: 'RELEASE_STREAM_MISSING',
      message: expect.stringContaining('“A lecture” (video-x, field stream)'),
    })
    expect(await putStream(worker, stream, 'lecture-1')).toBe(path)
    expect(await fillMediaStore(worker, built)).toEqual([])
  })

  test('a folder that is no stream is refused before anything is sent', async () => {
    const strange = mkdtempSync(join(folder, 'strange-'))
    await expect(putStream(worker, strange, 'x')).rejects.toMatchObject({ code: 'RELEASE_STREAM_INVALID' })
    writeFileSync(join(strange, 'index.m3u8'), readFileSync(join(stream, 'index.m3u8')))
    writeFileSync(join(strange, 'notes.html'), '<script>')
    await expect(putStream(worker, strange, 'x')).rejects.toMatchObject({ code: 'RELEASE_STREAM_INVALID' })
    await expect(putStream(worker, stream, 'Up/../x')).rejects.toMatchObject({
      code: 'RELEASE_STREAM_INVALID',
    })
  })

  test('a wrong token is told with its remedy', async () => {
    const { name, path } = original(Buffer.from('film'))
    const stranger = { ...worker, releaseToken: 'no'.repeat(20) }
    await expect(putMedia(stranger, name, path)).rejects.toMatchObject({ code: 'RELEASE_MEDIA_REFUSED' })
  })
})
