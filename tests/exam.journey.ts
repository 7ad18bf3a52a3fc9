import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, faultsWithoutScript } from './support/axe.ts'
import { launchChromium, openWatchedPage } from './support/chromium.ts'
import { choose, type KeyedQuestion, questionsOf, signIn } from './support/member.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'

/** Sitting an exam on a telephone with a bad connection: no answer is lost, and nothing counts twice. */
describe('sitting an exam', () => {
  const { data, remove } = temporaryData()
  let pack: RunningPack
  let browser: Browser
  const exams = new Map<string, { address: string; questions: readonly KeyedQuestion[] }>()

  beforeAll(async () => {
    pack = await startPack({ data, ports: await freePorts(), args: ['--no-studio'] })
    browser = await launchChromium()
    const items = await pack
      .client()
      .fetch<{ slug: string; exam: string }[]>(
        '*[_type in ["article", "video"] && defined(exam)]{"slug": slug.current, "exam": exam._ref}',
        {},
        { perspective: 'published' },
      )
    for (const { slug, exam } of items) {
      exams.set(slug, {
        address: `${pack.site}/cet/active/${slug}/exam/`,
        questions: await questionsOf(pack.client(), exam),
      })
    }
  })
  afterAll(async () => {
    await browser?.close()
    await pack?.stop()
    remove()
  })

  const examAt = (place: number) => {
    const found = [...exams.values()][place]
    if (found === undefined) throw new Error('The pack has too few exams.')
    return found
  }
  const telephone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true }
  const member = async (name: string, options: BrowserContextOptions = telephone) => {
    const watched = await openWatchedPage(browser, options)
    await signIn(watched.page, pack.site, name)
    return watched
  }
  const open = async (page: Page, { address, questions }: ReturnType<typeof examAt>) => {
    await page.goto(address)
    await page.getByText(new RegExp(`^\\d+ of ${questions.length} answered`)).waitFor()
  }
  const send = async (page: Page) => {
    await page.locator('[data-step="review"]').click()
    await page.getByRole('button', { name: 'Send my answers' }).click()
  }
  const result = (page: Page) => page.waitForURL(`${pack.site}/my-cet/attempts/*/`)
  const answered = (page: Page, { questions }: ReturnType<typeof examAt>) =>
    page.getByText(`${questions.length} of ${questions.length} answered`).waitFor()
  /** Attempts of a member at an exam, as My CET counts them: the number that the next one would have. */
  const nextAttempt = async (page: Page, { address }: ReturnType<typeof examAt>) => {
    await page.goto(address)
    return page.locator('form[data-exam]').getAttribute('data-number')
  }

  test('a crash, an ended session and a lost connection lose nothing, and it counts once', async () => {
    const exam = examAt(0)
    const { page, errors } = await member('Olive Sample')
    const context = page.context()
    await open(page, exam)
    await choose(page, exam.questions, true)
    await answered(page, exam)
    await page.close()

    const second = await context.newPage()
    await open(second, exam)
    await second.getByText('were restored on this device').waitFor()
    expect(await accessibilityFaults(second), 'restored').toEqual([])
    await answered(second, exam)

    // The session ends while somebody thinks about the last question.
    await context.clearCookies()
    await send(second)
    await second.getByText('You have been signed out').waitFor()
    expect(await accessibilityFaults(second), 'signed out').toEqual([])

    // And the connection goes before they come back: their reply is lost after it was recorded.
    let lost = 0
    await context.route('**/attempts', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    await second.getByRole('link', { name: 'Sign in' }).click()
    await second.getByRole('button', { name: /Olive Sample/ }).click()
    await result(second)
    expect(lost).toBe(1)
    expect(await second.getByRole('heading', { level: 1 }).textContent()).toBe('You passed')
    expect(await accessibilityFaults(second), 'passed').toEqual([])
    const [download] = await Promise.all([
      second.waitForEvent('download'),
      second.getByRole('link', { name: 'Download the receipt' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^receipt-.*-attempt-1\.txt$/)
    await second.goto(`${pack.site}/my-cet/`)
    expect(await second.locator('[data-points]').getAttribute('data-points')).toBe('1')
    expect(await second.locator('[data-point]').count()).toBe(1)
    expect(errors).toEqual([])
    await context.close()
  })

  test('offline it waits, says so, and is sent when the connection is back', async () => {
    const exam = examAt(1)
    const { page } = await member('Olive Sample')
    await open(page, exam)
    await choose(page, exam.questions, true)
    await page.context().setOffline(true)
    await send(page)
    await page.getByText('Not sent yet: you are offline').waitFor()
    await page.getByText('before the end of 28 December 2021').waitFor()
    expect(await accessibilityFaults(page), 'waiting').toEqual([])
    await page.context().setOffline(false)
    await result(page)
    await page.context().close()
  })

  test('two devices send one attempt: equal answers meet, others are told which counted', async () => {
    const exam = examAt(2)
    const phone = (await member('Desmond Sample')).page
    const desk = (await member('Desmond Sample', { viewport: { width: 1280, height: 800 } })).page
    for (const page of [phone, desk]) await open(page, exam)
    const order = (page: Page) =>
      page.locator('.choice input').evaluateAll((inputs) => inputs.map((input) => input.id))
    const first = await order(phone)
    expect(await order(desk)).toEqual(first)
    await choose(phone, exam.questions, false)
    await choose(desk, exam.questions, true)
    await send(phone)
    await result(phone)
    expect(await phone.getByText('You have 2 attempts left').count()).toBe(1)
    await send(desk)
    const told = desk.locator('[data-code="submission/attempt-id-reused"]')
    await told.getByText('Those answers counted.').waitFor()
    expect(await accessibilityFaults(desk), 'told').toEqual([])
    await told.getByRole('button', { name: 'Open the exam again with these answers' }).click()
    await desk.getByText('This will be attempt 2 of 3.').waitFor()
    await answered(desk, exam)
    expect(await order(desk)).not.toEqual(first)
    expect((await order(desk)).toSorted()).toEqual(first.toSorted())
    await send(desk)
    await result(desk)
    expect(await desk.getByRole('heading', { level: 1 }).textContent()).toBe('You passed')
    await desk.context().close()
    await phone.context().close()
  })

  test.for([
    [
      'forbidden',
      () => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('forbidden', 'SecurityError')
          },
        })
      },
    ],
    [
      'full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      },
    ],
  ] as const)('where storage is %s the exam goes on, and a lost session too', async ([kind, deny]) => {
    const exam = examAt(kind === 'full' ? 3 : 4)
    const { page, errors } = await member('Thea Sample')
    await page.addInitScript(deny)
    await open(page, exam)
    await choose(page, exam.questions, true)
    await page.getByText('Your answers are not kept on this device').waitFor()
    expect(await accessibilityFaults(page), kind).toEqual([])
    await page.context().clearCookies()
    await send(page)
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Sign in (opens in a new tab)' }).click(),
    ])
    await tab.getByRole('button', { name: /Thea Sample/ }).click()
    await tab.waitForURL(exam.address)
    await tab.close()
    await page.bringToFront()
    // A browser with a window in front would say that the page is looked at again.
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await result(page)
    expect(errors.filter((error) => !error.includes('401'))).toEqual([])
    await page.context().close()
  })

  test('a device clock that is a day wrong changes nothing', async () => {
    const exam = examAt(5)
    const { page } = await member('Thea Sample')
    await page.clock.setFixedTime(new Date('2031-05-05T05:05:05Z'))
    await open(page, exam)
    await choose(page, exam.questions, true)
    await answered(page, exam)
    await open(page, exam)
    const said = await page.getByText('were restored on this device').textContent()
    const minutesOf = (text: string | null) => {
      const [, hours, minutes] = /(\d\d):(\d\d)/.exec(text ?? '') ?? []
      return Number(hours) * 60 + Number(minutes)
    }
    // The banner tells the server's time when the page was sent, a moment after the answers were kept.
    const server = minutesOf(await page.locator('[data-slot="clock"]').textContent())
    expect(minutesOf(said)).toBeLessThanOrEqual(server)
    expect(minutesOf(said)).toBeGreaterThanOrEqual(server - 2)
    await send(page)
    await result(page)
    await page.context().close()
  })

  test('with JavaScript off: one question a page, back, review, change, and send', async () => {
    const exam = examAt(6)
    const { page } = await member('Clement Sample', { ...telephone, javaScriptEnabled: false })
    await page.goto(exam.address)
    await page.getByRole('button', { name: 'Show one question at a time' }).click()
    const total = exam.questions.length
    for (const [index, question] of exam.questions.entries()) {
      await expect.poll(() => page.title()).toContain(`Question ${index + 1} of ${total}`)
      await page.waitForLoadState()
      expect(await page.locator('fieldset[data-question]:visible').count()).toBe(1)
      if (index === 1) {
        await page.getByRole('button', { name: 'Back', exact: true }).click()
        await page.getByRole('button', { name: 'Next question' }).click()
      }
      if (index > 0) await answer(page, question)
      const next = index + 1 < total ? 'Next question' : 'Review my answers'
      await page.locator(`button:not([data-step="default"]):text-is("${next}")`).click()
    }
    await page.getByText(`${total - 1} of ${total} questions answered.`).waitFor()
    expect(await page.title()).toContain('Review your answers')
    await page.getByRole('button', { name: 'Answer question 1' }).click()
    const [first] = exam.questions
    if (first === undefined) throw new Error('The exam has no questions.')
    await answer(page, first)
    await page.locator('[data-step="review"]').click()
    await page.getByText(`${total} of ${total} questions answered.`).waitFor()
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await result(page)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You passed')
    expect(await page.getByRole('link', { name: 'Download the receipt' }).count()).toBe(1)
    await page.context().close()
  })

  test('with JavaScript off, two people in one browser: what one answered never counts for the other', async () => {
    const exam = examAt(7)
    const { page } = await member('Olive Sample', { ...telephone, javaScriptEnabled: false })
    await page.goto(exam.address)
    await choose(page, exam.questions, true)
    const other = await page.context().newPage()
    await signIn(other, pack.site, 'Desmond Sample')
    await page.locator('[data-step="review"]').click()
    await page
      .getByRole('heading', { name: 'These answers are not of the person who is signed in' })
      .waitFor()
    expect(await page.getByRole('button', { name: 'Send my answers' }).count()).toBe(0)
    expect(await faultsWithoutScript(page)).toEqual([])
    expect(await nextAttempt(other, exam)).toBe('1')

    // The answers wait there: Olive takes her turn again in another tab and goes on.
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Sign out Desmond Sample (opens in a new tab)' }).click(),
    ])
    await tab.getByRole('heading', { name: 'You are signed out' }).waitFor()
    await signIn(tab, pack.site, 'Olive Sample')
    await page.bringToFront()
    await page.getByRole('button', { name: 'These answers are mine' }).click()
    const total = exam.questions.length
    await page.getByText(`${total} of ${total} questions answered.`).waitFor()

    // Once more, this time as they are sent.
    await signIn(other, pack.site, 'Desmond Sample')
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await page.getByText('these answers belong to another member’s page', { exact: false }).waitFor()
    expect(await faultsWithoutScript(page)).toEqual([])
    expect(await nextAttempt(other, exam)).toBe('1')
    // Whatever of the site is pressed there, the answers stay.
    await page.getByRole('link', { name: 'Skip to the content' }).press('Enter')
    expect(page.context().pages()).toHaveLength(3)
    for (const press of [
      page.getByRole('link', { name: 'CET and skills guides' }),
      page.getByRole('button', { name: 'Sign out', exact: true }),
    ]) {
      const [beside] = await Promise.all([page.context().waitForEvent('page'), press.click()])
      await beside.waitForURL(/\/(?:cet|signed-out)\/$/)
      await beside.close()
    }
    await signIn(other, pack.site, 'Olive Sample')
    await page.getByRole('button', { name: 'These answers are mine' }).click()
    await result(page)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You passed')
    await page.context().close()
  })

  test('with the keyboard alone', async () => {
    const exam = examAt(7)
    const { page } = await member('Clement Sample', {})
    await open(page, exam)
    const tabTo = async (what: string) => {
      for (let stop = 0; stop < 80; stop += 1) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), what)) return
      }
      throw new Error(`The keyboard does not lead to ${what}.`)
    }
    await tabTo('[data-step="switch"]')
    await page.keyboard.press('Enter')
    for (const [index, question] of exam.questions.entries()) {
      const named = `[name="q.${question.key}"]`
      await tabTo(named)
      if ((await page.locator(named).first().getAttribute('type')) === 'radio') {
        await page.keyboard.press('Space')
        const right = question.choices.find(({ correct }) => correct)?.key
        const choices = await page.locator(named).count()
        for (let step = 0; step < choices; step += 1) {
          if ((await page.locator(`${named}:checked`).getAttribute('value')) === right) break
          await page.keyboard.press('ArrowDown')
        }
      } else {
        for (const key of await page.locator(named).evaluateAll((all) => all.map((each) => each.id))) {
          const correct = question.choices.some((choice) => choice.correct && key.endsWith(`-${choice.key}`))
          if (!(await page.evaluate((id) => document.activeElement?.id === id, key)))
            await page.keyboard.press('Tab')
          if (correct) await page.keyboard.press('Space')
        }
      }
      await tabTo(index + 1 < exam.questions.length ? '[data-step="next"]' : '[data-step="review"]')
      await page.keyboard.press('Enter')
    }
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('review-title')
    expect(await accessibilityFaults(page), 'review').toEqual([])
    await tabTo('[data-step="send"]')
    await page.keyboard.press('Enter')
    await result(page)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You passed')
    await page.context().close()
  })

  test('two people on one device never meet', async () => {
    const exam = examAt(8)
    const { page } = await member('Olive Sample')
    await open(page, exam)
    await choose(page, exam.questions, true)
    await page.context().setOffline(true)
    await send(page)
    await page.getByText('Not sent yet: you are offline').waitFor()
    const context = page.context()
    await page.close()
    await context.setOffline(false)
    await context.clearCookies()
    const other = await context.newPage()
    await signIn(other, pack.site, 'Thea Sample')
    await open(other, exam)
    await other.getByText(`0 of ${exam.questions.length} answered`).waitFor()
    expect(await nextAttempt(other, exam)).toBe('1')
    await context.clearCookies()
    await other.goto(pack.site)
    await signIn(other, pack.site, 'Olive Sample', new URL(exam.address).pathname)
    await result(other)
    await context.close()
  })
})

/** Chooses the right answers of one question. */
async function answer(page: Page, question: KeyedQuestion): Promise<void> {
  for (const { key } of question.choices.filter(({ correct }) => correct)) {
    await page.locator(`[name="q.${question.key}"][value="${key}"]`).check()
  }
}
