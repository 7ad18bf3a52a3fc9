import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, openWatchedPage } from './support/chromium.ts'
import { eventually } from './support/eventually.ts'
import { signIn } from './support/member.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'

const root = join(import.meta.dirname, '..')
const id = 'video-contact-lens-aftercare'

/** Media that the site’s own files are not to hold: long recordings and streams, from the media store to the player. */
describe('large media', () => {
  const { data, remove } = temporaryData()
  let pack: RunningPack
  let browser: Browser
  let path: string

  beforeAll(async () => {
    // The demonstration’s films have 2 MB; with this limit they are as large as an hour’s lecture is for Cloudflare.
    process.env['SITE_MEDIA_LIMIT'] = '1000000'
    pack = await startPack({ data, ports: await freePorts(), args: ['--no-studio'] })
    browser = await launchChromium()
    path = await pack.client().fetch<string>('"/cet/active/" + *[_id == $id][0].slug.current + "/"', { id })
  })
  afterAll(async () => {
    Reflect.deleteProperty(process.env, 'SITE_MEDIA_LIMIT')
    await browser?.close()
    await pack?.stop()
    remove()
  })

  async function open(before: (page: Page) => Promise<unknown> = async () => {}) {
    const watched = await openWatchedPage(browser)
    await before(watched.page)
    await signIn(watched.page, pack.site, 'Olive Sample', path)
    await watched.page.locator('[data-speed]').waitFor()
    return watched
  }

  /** Plays on from a moment until time has really passed. */
  async function playsFrom(page: Page, seconds: number): Promise<void> {
    await page.locator('video').evaluate(async (video: HTMLVideoElement, to) => {
      video.muted = true
      video.currentTime = to
      await video.play()
    }, seconds)
    const time = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
    await expect.poll(time).toBeGreaterThan(seconds + 0.5)
    expect(await time()).toBeLessThan(seconds + 20)
    await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
  }

  const source = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentSrc)

  test('a film above the limit is not among the site’s files, and plays and seeks from the store', async () => {
    const { page, errors } = await open()
    const film = new URL(await source(page)).pathname
    expect(existsSync(join(data, 'site', 'site', film))).toBe(false)
    await playsFrom(page, 40)
    await playsFrom(page, 5)
    const { request } = page.context()
    const part = await request.get(pack.site + film, { headers: { range: 'bytes=1000000-1000009' } })
    expect([part.status(), part.headers()['content-range'], (await part.body()).byteLength]).toEqual([
      206,
      expect.stringMatching(/^bytes 1000000-1000009\/\d{7}$/),
      10,
    ])
    expect((await fetch(pack.site + film)).status).toBe(401)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('a stream is uploaded by the release command and named by an editor', async () => {
    const { releaseToken } = JSON.parse(readFileSync(join(data, 'installation.json'), 'utf8'))
    const printed = execFileSync(
      process.execPath,
      ['scripts/release/main.ts', '--stream', 'tests/fixtures/stream', '--name', 'lecture'],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, SITE_URL: pack.site, RELEASE_TOKEN: releaseToken },
      },
    )
    const [stream] = /\/media\/streams\/lecture\/index\.m3u8/.exec(printed) ?? []
    expect(stream).toBeDefined()
    await pack.client().patch(id).set({ stream }).commit()
    await eventually(
      'the page to name the stream',
      () =>
        readFileSync(join(data, 'site', 'site', path, 'index.html'), 'utf8').includes('index.m3u8') ||
        undefined,
    )
  })

  test('the browser plays and seeks it by itself where it can', async () => {
    const { page, errors } = await open()
    const byItself = await page
      .locator('video')
      .evaluate((video: HTMLVideoElement) => video.canPlayType('application/vnd.apple.mpegurl') !== '')
    await playsFrom(page, 1)
    await playsFrom(page, 7)
    expect(await source(page)).toMatch(byItself ? /index\.m3u8$/ : /^blob:/)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('elsewhere hls.js plays and seeks it, and only this page’s policy lets it', async () => {
    const { page, errors } = await open((each) =>
      each.addInitScript(() => {
        HTMLVideoElement.prototype.canPlayType = (type) => (type.includes('mpegurl') ? '' : 'maybe')
      }),
    )
    await expect.poll(() => source(page)).toMatch(/^blob:/)
    await playsFrom(page, 1)
    await playsFrom(page, 7)
    expect(errors).toEqual([])
    const policy = async (at: string) =>
      (await page.context().request.get(pack.site + at)).headers()['content-security-policy']
    expect(await policy(path)).toContain("media-src 'self' blob:;")
    expect(await policy(`${path}exam/`)).toContain("media-src 'self';")
    expect(await policy('/cet/active/')).toContain("media-src 'self';")
    await page.context().close()
  })

  test('where the stream fails, the film plays', async () => {
    const { page } = await open(async (each) => {
      await each.addInitScript(() => {
        HTMLVideoElement.prototype.canPlayType = (type) => (type.includes('mpegurl') ? '' : 'maybe')
      })
      await each.route('**/streams/**/*.m4s', (route) => route.fulfill({ status: 404 }))
    })
    await expect.poll(() => source(page)).toMatch(/\.mp4$/)
    await playsFrom(page, 40)
    await page.context().close()
  })

  test('a page may not name a stream that nobody uploaded: the site stays as it was', async () => {
    const printed = pack.output().length
    await pack.client().patch(id).set({ stream: '/media/streams/missing/index.m3u8' }).commit()
    await eventually(
      'the refusal',
      () => pack.output().slice(printed).includes('RELEASE_STREAM_MISSING') || undefined,
    )
    expect(readFileSync(join(data, 'site', 'site', path, 'index.html'), 'utf8')).toContain('streams/lecture/')
  })
})
