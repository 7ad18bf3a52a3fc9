import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './support/axe.ts'
import { brokenWords } from './support/broken-words.ts'
import {
  launchChromium,
  launchWithLargeLetters,
  openDetails,
  openWatchedPage,
  sideways,
} from './support/chromium.ts'
import { keyboardFaults } from './support/keyboard.ts'
import { choose, questionsOf, send, signIn } from './support/member.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'
import { spokenFocus, spokenOn } from './support/spoken.ts'

/** A member's own room, on a pack that was started with the command that a newcomer runs. */
describe('My CET', () => {
  const { data, remove } = temporaryData()
  let pack: RunningPack
  let browser: Browser

  beforeAll(async () => {
    pack = await startPack({ data, ports: await freePorts(), args: ['--no-studio'] })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await pack?.stop()
    remove()
  })

  const member = async (name: string, options: Parameters<typeof openWatchedPage>[1] = {}) => {
    const watched = await openWatchedPage(browser, options)
    await signIn(watched.page, pack.site, name)
    return watched
  }
  const open = (page: Page, path: string) => page.goto(`${pack.site}${path}`)
  const pass = async (page: Page, id: string) => {
    const item = await pack
      .client()
      .fetch<{ path: string; exam: string }>(
        '*[_id == $id][0]{"path": "/cet/active/" + slug.current + "/", "exam": exam._ref}',
        { id },
        { perspective: 'published' },
      )
    await open(page, `${item.path}exam/`)
    await choose(page, await questionsOf(pack.client(), item.exam), true)
    await send(page)
    await page.waitForURL(`${pack.site}/my-cet/attempts/*/`)
  }
  /** What a screen reader says of its own accord when a page has opened. */
  const spokenFirst = (page: Page) => expect.poll(() => spokenFocus(page))
  const problem = { role: 'alert', name: 'There is a problem' }
  const unit = (page: Page, id: string) => page.locator(`[data-unit="${id}"]`).getAttribute('data-state')

  test('without script, a member enters what they have elsewhere, mends it, and takes it back', async () => {
    const { page } = await member('Olive Sample', { javaScriptEnabled: false })
    const lacking = page.locator('[data-missing]')
    expect(await lacking.textContent()).toContain('8 competencies, 36 points')
    await page.getByRole('link', { name: 'I already have points elsewhere' }).click()
    await page.getByLabel('Points in all').fill('20,5')
    await page.getByLabel('Interactive points').fill('21')
    await page.getByLabel('Communication', { exact: true }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await spokenFirst(page).toMatchObject(problem)
    const alert = page.getByRole('alert')
    expect(await alert.textContent()).toContain('Interactive points: enter 20.5 or less')
    expect((await spokenOn(page)).filter(({ invalid }) => invalid)).toEqual([
      expect.objectContaining({
        role: 'textbox',
        name: 'Interactive points',
        description: expect.stringMatching(
          /^As many of them .+ Error: Interactive points: enter 20.5 or less/,
        ),
      }),
    ])
    await alert.getByRole('link').click()
    expect(
      await page.getByLabel('Interactive points').evaluate((input) => input === document.activeElement),
    ).toBe(true)
    expect(await page.getByLabel('Points in all').inputValue()).toBe('20,5')
    await page.getByLabel('Interactive points').fill('10')
    await page.getByRole('button', { name: 'Save' }).click()
    await spokenFirst(page).toMatchObject({
      role: 'status',
      name: 'Saved. Everything below counts what you have elsewhere.',
    })
    expect(await lacking.textContent()).toContain(
      '7 competencies, 15.5 points (at least 8 of them interactive)',
    )
    expect(await unit(page, 'competency-optometrist-1')).toBe('elsewhere')
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    expect(await page.getByRole('status').textContent()).toContain('Undone')
    expect(await unit(page, 'competency-optometrist-1')).toBe('missing')
    await page.context().close()
  })

  test('a pass changes the plan and the grid; its point is accepted, taken back, and asked about', async () => {
    const { page, errors, outside } = await member('Desmond Sample')
    const planned = page.locator('[data-plan]')
    const before = await planned.count()
    expect(before).toBeGreaterThan(0)
    expect(await page.locator('.cet-plan-sum').textContent()).toMatch(/^\d items, about .+, close /)
    await pass(page, 'article-paediatric-dispensing')
    await open(page, '/my-cet/')
    expect(await planned.count()).toBe(before - 1)
    expect(await unit(page, 'competency-dispensing-optician-9')).toBe('here')
    const point = page.locator('[data-point]')
    expect(await point.getAttribute('data-state')).toBe('awarded')
    await point.getByRole('button', { name: /^I have accepted this/ }).click()
    expect(await point.getAttribute('data-state')).toBe('accepted')
    await spokenFirst(page).toMatchObject({ role: 'status', name: 'Saved. You can undo it here.' })
    await point.getByRole('button', { name: /^Undo/ }).click()
    expect(await point.getAttribute('data-state')).toBe('awarded')
    await point.getByText('Ask about this point').click()
    const letter = await point.locator('pre').textContent()
    expect(letter).toContain('GOC number: D-00001-SAMPLE')
    const mail = await point.getByRole('link', { name: 'Write an e-mail' }).getAttribute('href')
    expect(new URL(mail ?? '').searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(letter)
    await open(page, '/my-cet/statement/')
    expect(await page.locator('.cet-statement tbody tr').count()).toBe(1)
    expect(await page.locator('.cet-statement').textContent()).toContain('D-00001-SAMPLE')
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    await page.context().close()
  })

  test('goals are written, changed, done, deleted and brought back by keyboard alone', async () => {
    const { page, errors } = await member('Clement Sample')
    await open(page, '/my-cet/goals/')
    await page.getByLabel('What do you want').focus()
    await page.keyboard.type('Fit more toric lenses')
    const target = page.getByLabel('By when')
    await target.fill('2021-10-01')
    await page.getByRole('button', { name: 'Add the goal' }).focus()
    await page.keyboard.press('Enter')
    await spokenFirst(page).toMatchObject(problem)
    expect((await spokenOn(page)).find(({ invalid }) => invalid)?.description).toContain(
      'Error: Enter a date that is today or later',
    )
    expect(await page.getByLabel('What do you want').inputValue()).toContain('Fit more toric lenses')
    await target.fill('2021-12-01')
    await page.getByRole('button', { name: 'Add the goal' }).press('Enter')
    await spokenFirst(page).toMatchObject({ role: 'status', name: 'Added: Fit more toric lenses' })
    const goal = page.locator('[data-goal]')
    expect(await goal.textContent()).toContain('By 1 December 2021: 8 weeks and 2 days left')
    await goal.getByRole('button', { name: /^Mark as done/ }).press('Enter')
    await spokenFirst(page).toMatchObject({ role: 'status', name: 'Done: Fit more toric lenses' })
    expect(await goal.textContent()).toContain('Done on 4 October 2021')
    await goal.getByRole('button', { name: /^Not done/ }).press('Enter')
    await spokenFirst(page).toMatchObject({ name: 'Open again: Fit more toric lenses' })
    await goal.getByRole('link', { name: /^Change/ }).press('Enter')
    await page.getByLabel('What do you want').fill('Fit toric lenses well')
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    await spokenFirst(page).toMatchObject({ name: 'Saved: Fit toric lenses well' })
    await goal.getByRole('button', { name: /^Delete/ }).press('Enter')
    await spokenFirst(page).toMatchObject({ name: 'Deleted: Fit toric lenses well' })
    await expect.poll(() => goal.count()).toBe(0)
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).press('Enter')
    await spokenFirst(page).toMatchObject({ name: 'Brought back: Fit toric lenses well' })
    await expect.poll(() => goal.count()).toBe(1)
    // The form that came back is all that Chromium complained of.
    expect(errors).toEqual([expect.stringContaining('422')])
    await page.context().close()
  })

  test('the dates are downloaded, and fetched by a calendar that is not signed in', async () => {
    const { page } = await member('Olive Sample')
    await open(page, '/my-cet/calendar/')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download deadlines.ics' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('deadlines.ics')
    await page.getByRole('button', { name: 'Make an address' }).click()
    const address = await page.getByRole('textbox', { name: 'Address' }).inputValue()
    expect(await page.getByRole('link', { name: /^Subscribe/ }).getAttribute('href')).toBe(
      address.replace('http:', 'webcal:'),
    )
    const text = await (await fetch(address)).text()
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toContain('DTEND:20211229T000000Z')
    await open(page, '/my-cet/calendar/')
    await page.getByRole('button', { name: 'End the address' }).click()
    expect((await fetch(address)).status).toBe(404)
    await page.context().close()
  })

  test('somebody without entitlement has their record and no link that refuses them', async () => {
    const { page } = await member('Nora Sample')
    expect(await page.getByRole('main').textContent()).toContain('Your record, without the pack')
    for (const path of ['/my-cet/', '/my-cet/elsewhere/', '/my-cet/goals/', '/my-cet/statement/']) {
      expect((await open(page, path))?.status(), path).toBe(200)
      const links = await page
        .locator('main a[href^="/"]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
      for (const link of new Set(links)) {
        expect((await page.request.get(`${pack.site}${link}`)).status(), link).not.toBe(403)
      }
    }
    await page.context().close()
  })

  test.for(['light', 'dark'] as const)(
    'every page is accessible, to the keyboard and to screen readers too, and fits a small phone, %s',
    async (colorScheme) => {
      const phone = { width: 320, height: 640 }
      const { page } = await member('Thea Sample', { colorScheme, viewport: phone })
      const expectAccessible = async (what: string) => {
        expect(await accessibilityFaults(page), what).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(320)
        if (colorScheme === 'dark') return
        // Columns stand beside each other only where there is room.
        await page.setViewportSize({ width: 1280, height: 900 })
        expect(await keyboardFaults(page), what).toEqual([])
        await page.setViewportSize(phone)
      }
      if (colorScheme === 'light') {
        await pass(page, 'article-flashes-and-floaters')
        await open(page, '/my-cet/goals/')
        await page.getByLabel('What do you want').fill('Learn about the retina')
        await page.getByRole('button', { name: 'Add the goal' }).click()
      }
      for (const path of ['', 'elsewhere/', 'goals/', 'calendar/', 'statement/', 'certificates/']) {
        await open(page, `/my-cet/${path}`)
        await expectAccessible(path)
      }
      await open(page, '/my-cet/')
      await page.getByText('Ask about this point').first().click()
      await expectAccessible('a question about a point')
      await open(page, '/my-cet/goals/')
      await page.getByRole('link', { name: /^Change/ }).click()
      await expectAccessible('a goal that is changed')
      await open(page, '/my-cet/elsewhere/')
      await page.getByLabel('Points in all').first().fill('many')
      await page.getByRole('button', { name: 'Save' }).click()
      await expectAccessible('a form that came back')
      await page.context().close()
    },
  )

  test('on a phone, rows are tall enough to touch, and an outcome is seen without scrolling', async () => {
    const { page } = await member('Thea Sample', { viewport: { width: 360, height: 740 } })
    await pass(page, 'article-low-vision-in-practice')
    await open(page, '/my-cet/elsewhere/')
    for (const label of await page.locator('.choice label').all())
      expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await open(page, '/my-cet/')
    for (const link of await page.locator('.cet-link a').all())
      expect((await link.boundingBox())?.height, (await link.textContent()) ?? '').toBeGreaterThanOrEqual(44)
    const right = async (cell: string) => {
      const { x, width } = (await page.locator(cell).first().boundingBox()) ?? { x: 360, width: 0 }
      return x + width
    }
    expect(await right('[aria-labelledby="attempts"] .tag')).toBeLessThan(360)
    await open(page, '/my-cet/statement/')
    expect(await right('[aria-labelledby="recorded"] td')).toBeLessThan(360)
    await page.context().close()
  })

  test('on paper, what can be unfolded is open, and nothing asks to be pressed', async () => {
    const { page } = await member('Thea Sample')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('No yearly minimum was asked for').first().isVisible()).toBe(true)
    expect(await page.getByText('Points are counted from the moment').isVisible()).toBe(true)
    expect(await page.getByText('Ask about this point').first().isVisible()).toBe(false)
    const card = page.locator('.cet-unit').first()
    expect(await card.evaluate((each) => getComputedStyle(each).breakInside)).toBe('avoid')
    await page.context().close()
  })

  test('with letters of twice the size, nothing runs over the edge of a phone', async () => {
    const large = await launchWithLargeLetters()
    const { page } = await openWatchedPage(large, { viewport: { width: 360, height: 740 } })
    await signIn(page, pack.site, 'Clement Sample')
    await pass(page, 'article-paediatric-dispensing')
    expect(await sideways(page), 'a result').toBe(0)
    for (const path of [
      '/',
      '/cet/active/',
      '/cet/active/dry-eye-in-practice/',
      '/cet/active/contact-lens-aftercare/',
      '/cet/active/low-vision-in-practice/exam/',
      '/cet/search/?q=retina',
      '/my-cet/',
      '/my-cet/elsewhere/',
      '/my-cet/goals/',
      '/my-cet/calendar/',
      '/my-cet/statement/',
      '/my-cet/certificates/',
    ]) {
      await open(page, path)
      await openDetails(page)
      expect(await sideways(page), path).toBe(0)
      const out = page.getByRole('button', { name: 'Sign out' })
      expect((await out.boundingBox())?.x, path).toBeGreaterThan(0)
    }
    await page.setViewportSize({ width: 320, height: 640 })
    await open(page, '/my-cet/')
    expect(await page.locator('.cet-unit').count()).toBeGreaterThan(3)
    expect(await brokenWords(page, '.cet-unit')).toEqual([])
    await large.close()
  })
})
