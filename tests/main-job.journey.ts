import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './support/axe.ts'
import { launchChromium, openWatchedPage } from './support/chromium.ts'
import { eventually } from './support/eventually.ts'
import { choose, questionsOf, send, signIn } from './support/member.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'

const article = 'article-dry-eye-in-practice'
const video = 'video-contact-lens-aftercare'

/** The main job of the product, on a pack that was started with the command that a newcomer runs. */
describe('the main job', () => {
  const { data, remove } = temporaryData()
  let pack: RunningPack
  let browser: Browser

  beforeAll(async () => {
    pack = await startPack({ data, ports: await freePorts() })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await pack?.stop()
    remove()
  })

  /** An item of the pack, as published now. */
  const item = async (id: string) => {
    const found = await pack
      .client()
      .fetch<{ path: string; exam: string; title: string } | null>(
        '*[_id == $id][0]{title, "path": "/cet/active/" + slug.current + "/", "exam": exam._ref}',
        { id },
        { perspective: 'published' },
      )
    if (found === null) throw new Error(`${id} is not published`)
    return found
  }
  const member = async (name: string, options: Parameters<typeof openWatchedPage>[1] = {}) => {
    const watched = await openWatchedPage(browser, options)
    await signIn(watched.page, pack.site, name)
    return watched
  }

  test('an editor publishes a title and a question in Studio, and the site changes', async () => {
    const { page, errors, outside } = await openWatchedPage(browser, {
      viewport: { width: 1400, height: 1000 },
    })
    const before = await item(article)

    await page.goto(`${pack.studio}/intent/edit/id=${article};type=article/`)
    const title = page.getByTestId('field-title').getByRole('textbox').first()
    await title.waitFor()
    await eventually('Studio to be ready for typing', async () =>
      (await title.isEditable()) ? true : undefined,
    )
    await title.fill('Dry eye in practice, revised')
    await publish(page)
    await siteSays(`${pack.site}/cet/active/`, 'Dry eye in practice, revised')

    const stem = 'Which of these would you ask about first, on this revised page?'
    const [question] = await questionsOf(pack.client(), before.exam)
    await page.goto(
      `${pack.studio}/intent/edit/id=${before.exam};type=exam;path=questions%5B_key%3D%3D%22${question?.key}%22%5D.stem/`,
    )
    const stemField = page.getByTestId(`field-questions[_key=="${question?.key}"].stem`).getByRole('textbox')
    await stemField.waitFor()
    await eventually('the question to be ready for typing', async () =>
      (await stemField.isEditable()) ? true : undefined,
    )
    await stemField.fill(stem)
    await page.keyboard.press('Escape')
    await publish(page)

    const reader = await member('Thea Sample')
    await eventually('the question on the exam page', async () => {
      await reader.page.goto(`${pack.site}${before.path}exam/`)
      return (await reader.page.getByText(stem).count()) > 0 ? true : undefined
    })
    await reader.page.context().close()
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    await page.context().close()
  })

  test('an entitled member reads, sits the exam, passes, and finds the point in My CET', async () => {
    const { page, errors, outside } = await member('Olive Sample')
    const { path, exam, title } = await item(article)
    await page.goto(`${pack.site}/cet/active/`)
    await page.getByRole('link', { name: title }).first().click()
    await page.waitForURL(`${pack.site}${path}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title)
    await page.locator(`a[href$="${path}exam/"]`).first().click()
    await page.waitForURL(`${pack.site}${path}exam/`)

    await send(page)
    expect(await page.getByRole('alert').textContent()).toContain('There is a problem')
    await page.locator('[data-step="back"]').click()
    await choose(page, await questionsOf(pack.client(), exam), true)
    await send(page)
    await page.waitForURL(`${pack.site}/my-cet/attempts/*/`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You passed')

    await page.goto(`${pack.site}/my-cet/`)
    expect(await page.locator('[data-points]').getAttribute('data-points')).toBe('1')
    expect(await page.getByRole('rowheader').first().textContent()).not.toBe('')
    await page.goto(`${pack.site}${path}exam/`)
    expect(await page.locator('[data-refused="submission/already-passed"]').count()).toBe(1)
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    await page.context().close()
  })

  test('a member short of interactive points finds their minimum, what is next for them, and where to book', async () => {
    const { page, errors, outside } = await member('Desmond Sample')
    await page.goto(`${pack.site}/my-cet/`)
    const section = page.getByRole('region', { name: 'Interactive points' })
    expect(await section.locator('[data-slot="interactive-points"]').textContent()).toBe('0 points')
    expect(await section.getByText('points must be interactive').allInnerTexts()).toEqual([
      'Dispensing optician: at least 18 of 36 points must be interactive.',
    ])
    const next = section.getByRole('link', { name: /^(Peer|Webinar|Workshop)/ })
    expect(await next.count()).toBe(3)
    await next.first().click()
    await page.waitForURL(`${pack.site}/cet/interactive/#opportunity-*`)
    const booking = page.getByRole('link', { name: /^Book a place/ })
    expect(await booking.count()).toBe(
      await pack.client().fetch<number>('count(*[_type == "interactiveOpportunity" && !cancelled])'),
    )
    expect(await booking.first().getAttribute('href')).toMatch(/^https:\/\/example\.org\/book\//)
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    await page.context().close()
  })

  test('the video plays with captions and can be sought', async () => {
    const { page, errors } = await member('Olive Sample')
    const { path } = await item(video)
    await page.goto(`${pack.site}${path}`)
    const played = await page.locator('video').evaluate(async (player: HTMLVideoElement) => {
      player.muted = true
      await player.play()
      const seeked = new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }))
      player.currentTime = player.duration / 2
      await seeked
      const [track] = Array.from(player.textTracks)
      if (track === undefined) throw new Error('the video has no captions')
      track.mode = 'hidden'
      for (let wait = 0; wait < 100 && (track.cues?.length ?? 0) === 0; wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return {
        at: player.currentTime,
        duration: player.duration,
        cues: track.cues?.length ?? 0,
        kind: track.kind,
      }
    })
    expect(played.duration).toBeGreaterThan(30)
    expect(played.at).toBeGreaterThanOrEqual(played.duration / 2)
    expect(played.kind).toBe('captions')
    expect(played.cues).toBeGreaterThan(5)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('somebody without entitlement is refused with a page that says how to join', async () => {
    const { page } = await member('Nora Sample')
    const { path } = await item(article)
    for (const refused of [path, `${path}exam/`]) {
      const answer = await page.goto(`${pack.site}${refused}`)
      expect(answer?.status()).toBe(403)
      const main = page.getByRole('main')
      expect(await main.getByRole('link', { name: /how to join/i }).count()).toBe(1)
    }
    await page
      .getByRole('main')
      .getByRole('link', { name: /how to join/i })
      .click()
    await page.waitForURL(`${pack.site}/join/`)
    await page.context().close()
  })

  test('with JavaScript off a member leaves a question out, mends it, and passes', async () => {
    const { page } = await member('Desmond Sample', { javaScriptEnabled: false })
    const { path, exam } = await item(article)
    const questions = await questionsOf(pack.client(), exam)
    await page.goto(`${pack.site}${path}exam/`)
    const [left, ...rest] = questions
    if (left === undefined) throw new Error('the exam has no questions')
    await choose(page, rest, true)
    await send(page)
    const summary = page.locator('.error-summary')
    expect(await summary.textContent()).toContain('There is a problem')
    const link = summary.getByRole('link').first()
    expect(await link.getAttribute('href')).toMatch(new RegExp(`^#q-${left.key}`))
    const answered = page.locator('form[data-exam] input:checked')
    expect(await answered.count()).toBeGreaterThanOrEqual(rest.length)
    await choose(page, [left], true)
    await send(page)
    await page.waitForURL(`${pack.site}/my-cet/attempts/*/`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You passed')
    await page.goto(`${pack.site}/my-cet/`)
    expect(await page.locator('[data-points]').getAttribute('data-points')).toBe('1')
    await page.context().close()
  })

  test('sent twice and from two tabs at once, there is exactly one award', async () => {
    const { page } = await member('Clement Sample')
    const { path, exam } = await item(article)
    const questions = await questionsOf(pack.client(), exam)
    await page.goto(`${pack.site}${path}exam/`)
    await choose(page, questions, true)
    await page.locator('[data-step="review"]').click()
    // Opens where the first one stands.
    const other = await page.context().newPage()
    await other.goto(`${pack.site}${path}exam/`)
    await other.getByRole('heading', { name: 'Review your answers' }).waitFor()
    const sendTwice = async (tab: Page) => {
      const button = tab.locator('[data-step="send"]')
      // The tab that is later may have been told already, and has no button any more.
      await button.or(tab.getByText('sent from another tab')).first().waitFor()
      await button.evaluateAll((buttons: HTMLButtonElement[]) => {
        for (const one of [...buttons, ...buttons]) one.click()
      })
    }
    await Promise.all([page, other].map(sendTwice))
    const outcomes = await Promise.all([page, other].map(settled))
    expect(outcomes.filter((outcome) => outcome === 'passed').length).toBeGreaterThanOrEqual(1)
    await page.goto(`${pack.site}/my-cet/`)
    expect(await page.locator('[data-points]').getAttribute('data-points')).toBe('1')
    expect(await page.locator('[data-point]').count()).toBe(1)
    await page.context().close()
  })

  test.for(['light', 'dark'] as const)(
    'pages that the Worker fills are accessible and fit a small phone, %s',
    async (colorScheme) => {
      const { page } = await member(colorScheme === 'light' ? 'Thea Sample' : 'Olive Sample', {
        colorScheme,
        viewport: { width: 320, height: 640 },
      })
      const { path, exam } = await item('article-flashes-and-floaters')
      const examPage = `${pack.site}${path}exam/`
      const questions = await questionsOf(pack.client(), exam)
      const expectAccessible = async (what: string) => {
        expect(await accessibilityFaults(page), what).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(320)
      }
      await page.goto(examPage)
      await expectAccessible('the exam')
      // The form as the browser alone sends it.
      await page.locator('form[data-exam]').evaluate((form: HTMLFormElement) => form.submit())
      await page.waitForURL('**/attempts')
      expect(await page.locator('.error-summary').count()).toBe(1)
      await expectAccessible('the exam that came back')
      for (const right of [false, true]) {
        await page.goto(examPage)
        await choose(page, questions, right)
        await send(page)
        await page.waitForURL(`${pack.site}/my-cet/attempts/*/`)
        await expectAccessible(right ? 'a pass' : 'a failure')
      }
      for (const address of [examPage, `${pack.site}/my-cet/`, `${pack.site}/nothing/`]) {
        await page.goto(address)
        await expectAccessible(address)
      }
      await page.context().close()
      const refused = await member('Nora Sample', { colorScheme })
      await refused.page.goto(examPage)
      expect(await accessibilityFaults(refused.page)).toEqual([])
      await refused.page.context().close()
    },
  )

  async function siteSays(url: string, text: string): Promise<void> {
    await eventually(`${url} to say “${text}”`, async () =>
      (await (await fetch(url)).text()).includes(text) ? true : undefined,
    )
  }
})

/** Publishes the open document once Studio has saved what was typed. */
async function publish(page: Page): Promise<void> {
  const button = page.getByTestId('action-publish')
  await eventually('Publish to be possible', async () => ((await button.isEnabled()) ? true : undefined))
  await button.click()
  await eventually('Studio to have published', async () => ((await button.isEnabled()) ? undefined : true))
}

/** How a tab ended after its exam was sent: on a result page, or with a message. */
async function settled(page: Page): Promise<'passed' | 'refused'> {
  return eventually('the tab to tell what became of the answers', async () => {
    if (page.url().includes('/my-cet/attempts/')) return 'passed'
    if ((await page.locator('.told a[href^="/my-cet/attempts/"]').count()) > 0) return 'passed'
    return (await page.locator('[data-outcome="refused"]').count()) > 0 ? 'refused' : undefined
  })
}
