import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from '../../../tests/support/axe.ts'
import { launchChromium, openWatchedPage } from '../../../tests/support/chromium.ts'
import { type ServedSite, servedSite } from '../../test-support/served-site.ts'

const root = join(import.meta.dirname, '../../..')
const path = '/cet/active/slit-lamp/'

/** Looks again and again for as long as a busy machine may take. */
const poll = <Seen>(look: () => Seen | Promise<Seen>) => expect.poll(look, { timeout: 60_000 })

let site: ServedSite
let browser: Browser

beforeAll(async () => {
  const passages = Array.from({ length: 24 }, (_, index) => ({
    _type: 'transcriptPassage',
    _key: `t${index}`,
    startSeconds: index * 4,
    text: `Passage ${index + 1}. It is long enough to make the transcript taller than its frame on every screen.`,
  }))
  site = await servedSite((_request, response) => response.writeHead(404).end(), {
    film: readFileSync(join(root, 'scripts/seed/assets/video/contact-lens-aftercare.mp4')),
    stream: join(root, 'tests/fixtures/stream'),
    video: {
      durationSeconds: 96,
      captionsLanguage: 'cy',
      chapters: [
        { _type: 'chapter', _key: 'c1', title: 'Beginning', startSeconds: 0 },
        { _type: 'chapter', _key: 'c2', title: 'Middle', startSeconds: 30 },
        { _type: 'chapter', _key: 'c3', title: 'End', startSeconds: 60 },
      ],
      transcript: passages,
    },
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** Opens the video page as a member’s browser has it: the Worker puts the member’s pseudonym there. */
async function open(options: { member?: string; from?: Page; reducedMotion?: 'reduce' } = {}) {
  const watched = options.from
    ? { page: await options.from.context().newPage(), errors: [] }
    : await openWatchedPage(browser, { reducedMotion: options.reducedMotion ?? 'no-preference' })
  const { page } = watched
  await page.route(`**${path}`, async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace('<body', `<body data-member="${options.member ?? ''}"`)
    await route.fulfill({ response: answer, body })
  })
  await page.goto(site.origin + path)
  await page.locator('[data-speed]').waitFor()
  return watched
}

const state = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => ({
    at: video.currentTime,
    paused: video.paused,
    muted: video.muted,
    speed: video.playbackRate,
    captions: video.textTracks[0]?.mode,
  }))
const expectState = (page: Page, expected: Partial<Awaited<ReturnType<typeof state>>>) =>
  poll(() => state(page)).toMatchObject(expected)
const seek = (page: Page, seconds: number) =>
  page.locator('video').evaluate((video: HTMLVideoElement, to) => {
    // Nobody moves in a film before they have turned to it.
    video.focus({ preventScroll: true })
    video.currentTime = to
  }, seconds)

describe('the player', () => {
  test('has captions on, in the language that they are in, and no accessibility faults', async () => {
    const { page, errors } = await open()
    await expectState(page, { captions: 'showing' })
    expect(
      await page.locator('track').evaluate((track: HTMLTrackElement) => [track.label, track.srclang]),
    ).toEqual(['Welsh', 'cy'])
    expect(await accessibilityFaults(page)).toEqual([])
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('obeys its keys while it has the focus, and only then', async () => {
    const { page } = await open()
    await page.locator('video').focus()
    await page.keyboard.press('k')
    await expectState(page, { paused: false })
    await page.keyboard.press('Space')
    await expectState(page, { paused: true })
    await seek(page, 40)
    await page.keyboard.press('l')
    await poll(async () => Math.round((await state(page)).at)).toBe(50)
    await page.keyboard.press('j')
    await poll(async () => Math.round((await state(page)).at)).toBe(40)
    await page.keyboard.press('c')
    await page.keyboard.press('m')
    await page.keyboard.press('>')
    await expectState(page, { captions: 'hidden', muted: true, speed: 1.25 })
    expect(await page.locator('[data-status]').textContent()).toBe('Speed 1.25')
    await page.locator('.chapters a').first().focus()
    for (const key of ['k', 'c', 'm', '<', 'l']) await page.keyboard.press(key)
    await page.locator('[data-speed]').focus()
    for (const key of ['k', 'c', 'm', 'l']) await page.keyboard.press(key)
    await expectState(page, { captions: 'hidden', muted: true, speed: 1.25, paused: true })
    await page.context().close()
  })

  test('remembers the speed on this device', async () => {
    const { page } = await open()
    await page.getByLabel('Speed').selectOption('1.5')
    await expectState(page, { speed: 1.5 })
    const again = await open({ from: page })
    await expectState(again.page, { speed: 1.5 })
    expect(await again.page.getByLabel('Speed').inputValue()).toBe('1.5')
    await page.context().close()
  })

  test('works where nothing can be stored', async () => {
    const { page, errors } = await openWatchedPage(browser)
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      }),
    )
    await page.goto(site.origin + path)
    await page.getByLabel('Speed').selectOption('2')
    await page.getByRole('link', { name: 'Middle' }).click()
    await expectState(page, { speed: 2 })
    expect(errors).toEqual([])
    await page.context().close()
  })
})

describe('chapters and transcript', () => {
  const current = (page: Page, selector: string) =>
    page.locator(`${selector}[aria-current]`).evaluateAll((all) => all.map((each) => each.textContent.trim()))
  const inSight = (page: Page) =>
    page.locator('[data-transcript]').evaluate((frame) => {
      const passage = frame.querySelector('[aria-current]')?.getBoundingClientRect()
      const box = frame.getBoundingClientRect()
      return passage !== undefined && passage.top >= box.top && passage.bottom <= box.bottom
    })

  test('lead to their moment and show which is on, without moving the page', async () => {
    const { page } = await open({ reducedMotion: 'reduce' })
    await page.getByRole('link', { name: 'Middle' }).click()
    await expectState(page, { paused: false })
    await page.keyboard.press('k')
    await poll(() => current(page, '[data-chapter]')).toEqual(['0:30 Middle'])
    expect((await current(page, '[data-passage]')).join()).toContain('Passage 8.')
    const scrolled = await page.evaluate(() => scrollY)
    await seek(page, 90)
    await poll(() => current(page, '[data-chapter]')).toEqual(['1:00 End'])
    await poll(() => inSight(page)).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBe(scrolled)
    await page.context().close()
  })

  test('the page asks for nothing of the film before somebody turns to it', async () => {
    const { page } = await open()
    const state = () =>
      page
        .locator('video')
        .evaluate(({ networkState, readyState }: HTMLVideoElement) => ({ networkState, readyState }))
    // Idle although there is nothing: the browser waits to be asked.
    await poll(state).toEqual({ networkState: 1, readyState: 0 })
    await page.locator('video').focus()
    await poll(() =>
      page.locator('video').evaluate((video: HTMLVideoElement) => video.duration),
    ).toBeGreaterThan(0)
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)).toBe(true)
    await page.context().close()
  })

  test('a reader who scrolls is left alone, until they switch it on again', async () => {
    const { page } = await open({ reducedMotion: 'reduce' })
    await page.locator('[data-transcript]').hover()
    await page.mouse.wheel(0, 20)
    await poll(() => page.getByLabel('Follow the video').isChecked()).toBe(false)
    await page.locator('[data-transcript]').evaluate((frame) => frame.scrollTo(0, 0))
    await seek(page, 90)
    await poll(async () => (await current(page, '[data-passage]')).join()).toContain('Passage 23.')
    expect(await inSight(page)).toBe(false)
    await page.getByLabel('Follow the video').check()
    await poll(() => inSight(page)).toBe(true)
    await page.context().close()
  })

  test('are links to the video where no script runs', async () => {
    const { page } = await openWatchedPage(browser, { javaScriptEnabled: false })
    await page.goto(site.origin + path)
    expect(await page.getByRole('link', { name: 'Middle' }).getAttribute('href')).toMatch(/\.mp4#t=30$/)
    expect(await page.getByText('Passage 24.').isVisible()).toBe(true)
    expect(await page.locator('[data-scripted]:visible, [data-offer]:visible').count()).toBe(0)
    await page.context().close()
  })
})

describe('going on where one left', () => {
  const offer = (page: Page) => page.getByRole('button', { name: /^Go on from/ })

  test('is offered to the same member alone, and never done unasked', async () => {
    const { page } = await open({ member: 'olive' })
    expect(await offer(page).count()).toBe(0)
    await page.locator('video').focus()
    await page.keyboard.press('k')
    await expectState(page, { paused: false })
    await seek(page, 42)
    await page.keyboard.press('k')
    await expectState(page, { paused: true })
    const again = await open({ from: page, member: 'olive' })
    expect(await offer(again.page).textContent()).toBe('Go on from 0:42')
    expect((await state(again.page)).at).toBe(0)
    for (const member of ['thea', '']) {
      const other = await open({ from: page, member })
      expect(await offer(other.page).count()).toBe(0)
    }
    await offer(again.page).click()
    await poll(async () => (await state(again.page)).at).toBeGreaterThanOrEqual(42)
    expect(await offer(again.page).count()).toBe(0)
    await page.context().close()
  })

  test('is forgotten when asked to, and when the video has been watched to its end', async () => {
    const { page } = await open({ member: 'olive' })
    const stored = () => page.evaluate(() => localStorage.getItem('video-place:olive:video-slit-lamp'))
    const pauseAt = async (seconds: number) => {
      await page.locator('video').evaluate((video: HTMLVideoElement) => video.play())
      await seek(page, seconds)
      await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
    }
    await pauseAt(42)
    await poll(stored).toBe('42')
    await page.reload()
    await page.getByRole('button', { name: 'Forget this place' }).click()
    expect(await stored()).toBeNull()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('player')
    await pauseAt(42)
    await poll(stored).toBe('42')
    await pauseAt(92)
    await poll(stored).toBeNull()
    await page.context().close()
  })
})
