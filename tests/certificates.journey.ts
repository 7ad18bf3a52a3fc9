import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf, readQr } from '../edge/test-support/pdf.ts'
import { accessibilityFaults } from './support/axe.ts'
import { launchChromium, openWatchedPage, type WatchedPage } from './support/chromium.ts'
import { keyboardFaults } from './support/keyboard.ts'
import { choose, questionsOf, send, signIn } from './support/member.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'

const phone = { width: 320, height: 640 }

/** From a passed exam to a stranger who checks the certificate, on a small phone that runs no script. */
describe('a certificate', () => {
  const { data, remove } = temporaryData()
  let pack: RunningPack
  let browser: Browser
  let holder: WatchedPage
  let item: { title: string; path: string; exam: string; examTitle: string; units: string[] }
  let id: string
  let printedId: string

  beforeAll(async () => {
    pack = await startPack({ data, ports: await freePorts(), args: ['--no-studio'] })
    browser = await launchChromium()
    item = await pack.client().fetch(
      `*[_id == "article-dry-eye-in-practice"][0]{
        title, "path": "/cet/active/" + slug.current + "/", "exam": exam._ref, "examTitle": exam->title,
        "units": array::unique(learningObjectives[].competencies[@->registrantType._ref == $type]->title)
      }`,
      { type: 'registrantType-optometrist' },
      { perspective: 'published' },
    )
    holder = await open()
    const { page } = holder
    await signIn(page, pack.site, 'Olive Sample', '/my-cet/certificates/')
    await page.getByText('You have no certificate yet').waitFor()
    await page.goto(`${pack.site}${item.path}exam/`)
    await choose(page, await questionsOf(pack.client(), item.exam), true)
    await send(page)
    await page.waitForURL(`${pack.site}/my-cet/attempts/*/`)
    await page.getByRole('main').getByRole('link', { name: 'Certificate', exact: true }).click()
    await page.waitForURL(`${pack.site}/my-cet/certificates/*/`)
    id = new URL(page.url()).pathname.split('/').at(-2) ?? ''
    printedId = id.match(/.{4}/g)?.join('-') ?? ''
  })
  afterAll(async () => {
    await browser?.close()
    await pack?.stop()
    remove()
  })

  const open = (options: BrowserContextOptions = {}) =>
    openWatchedPage(browser, { javaScriptEnabled: false, viewport: phone, ...options })
  const own = () => `${pack.site}/my-cet/certificates/${id}/`
  const verification = () => `${pack.site}/verify/${id}/`
  const check = async (page: Page, typed: string) => {
    await page.goto(`${pack.site}/verify/`)
    await page.getByLabel('Certificate ID').fill(typed)
    const [answer] = await Promise.all([
      page.waitForResponse((each) => each.request().isNavigationRequest() && each.status() !== 302),
      page.getByRole('button', { name: 'Check' }).click(),
    ])
    await page.waitForLoadState()
    return answer
  }

  test('says on its page who passed what and when, and is found from My CET', async () => {
    const { page, errors, outside } = holder
    await page.goto(`${pack.site}/my-cet/`)
    await page.getByRole('main').getByRole('link', { name: 'Certificates' }).click()
    await page.getByRole('link', { name: item.examTitle, exact: true }).click()
    await page.waitForURL(own())
    expect(item.units.length).toBeGreaterThan(0)
    const time = [expect.stringMatching(/^4 October 2021 at \d\d:\d\d$/)]
    expect(await printed(page)).toEqual({
      Holder: ['Olive Sample'],
      'GOC number': ['01-00000-SAMPLE'],
      'Registered as': ['Optometrist'],
      Learning: [item.title],
      Exam: [item.examTitle],
      Points: ['1 CET point, non-interactive'],
      Reference: ['C-90001 O/D/TP/CL'],
      'Competencies, Optometrist': expect.toSatisfy(
        (titles: string[]) => titles.toSorted().join() === item.units.toSorted().join(),
      ),
      Passed: time,
      Scheme: ['Continuing Education and Training (CET)'],
      Cycle: ['CET 2019 to 2021'],
      'Issued by': ['CET survival pack 2021'],
      Issued: time,
      'Certificate ID': [printedId],
    })
    expect(errors).toEqual([])
    expect(outside).toEqual([])
  })

  test('is downloaded as a document that says the same, with a code that leads to the check', async () => {
    const { page } = holder
    await page.goto(own())
    const { Holder, Exam, Scheme, ...facts } = await printed(page)
    const [answer, download] = await Promise.all([
      page.waitForResponse(`${pack.site}/my-cet/certificates/${id}.pdf`),
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Certificate as PDF' }).click(),
    ])
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
    })
    expect(download.suggestedFilename()).toBe(`certificate-${printedId}.pdf`)
    const pdf = await readPdf(new Uint8Array(await readFile(await download.path())))
    expect(pdf.raw).toMatch(/^%PDF-1\.\d\n/)
    const text = pdf.texts.join(' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain(`This is to certify that ${Holder} has passed the exam ${Exam}`)
    expect(text).toContain(`Certificate ${Scheme} Demonstration`)
    for (const [label, lines] of Object.entries(facts)) {
      expect(text).toContain(` ${label} ${lines.join(' ')} `)
    }
    expect(readQr(pdf)).toBe(verification())
  })

  test('says on paper that it is a demonstration and where it is checked', async () => {
    const storageState = await holder.page.context().storageState()
    const { page } = await open({ viewport: { width: 642, height: 900 }, storageState })
    await page.emulateMedia({ media: 'print' })
    for (const path of [own(), verification()]) {
      await page.goto(path)
      const links = page.getByRole('link', { name: verification(), exact: true })
      expect(await links.isVisible()).toBe(true)
      expect(await page.getByRole('img', { name: 'QR code of the address' }).isVisible()).toBe(true)
      expect(await page.locator('.notice').isVisible()).toBe(true)
    }
    await page.context().close()
  })

  test('has its lines one below the other beside a long label too', async () => {
    const storageState = await holder.page.context().storageState()
    const { page } = await open({ viewport: { width: 1280, height: 900 }, storageState })
    await page.goto(own())
    const row = page.locator('.certificate-facts > div', { hasText: 'Competencies' })
    expect(await row.locator('dd').count()).toBeGreaterThan(2)
    await row.locator('dt').evaluate((label) => {
      label.textContent = 'Competencies, Therapeutic prescriber'
    })
    const lines = await row
      .locator('dd')
      .evaluateAll((all) => all.map((line) => line.getBoundingClientRect()))
    for (const [at, line] of lines.slice(1).entries()) {
      expect(line.top - (lines[at]?.bottom ?? 0), `line ${at + 2}`).toBeLessThan(2)
    }
    await page.context().close()
  })

  test('stands for anybody who checks it, with all that it says', async () => {
    await holder.page.goto(own())
    const said = await printed(holder.page)
    const { page, errors, outside } = await open()
    const typed = await check(page, ` ${printedId.toLowerCase().replaceAll('-', ' ')}`)
    expect(page.url()).toBe(verification())
    expect(typed.headers()['cache-control']).toBe('private, no-store')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This certificate stands')
    expect(await printed(page)).toEqual(said)
    // The way of somebody who scans the code.
    await page.goto('about:blank')
    expect((await page.goto(verification()))?.status()).toBe(200)
    expect(await printed(page)).toEqual(said)
    await page.goto(own())
    expect(new URL(page.url()).origin).toBe(pack.identity)
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    await page.context().close()
  })

  test('is not found by an ID that was changed or never was, and nothing else is told', async () => {
    const { page } = await open()
    const told = new Set<string>()
    const changed = `${id.slice(0, -1)}${id.endsWith('7') ? '8' : '7'}`
    for (const typed of [changed, '0'.repeat(28), id.slice(0, -1), 'C-90001 O']) {
      const answer = await check(page, typed)
      expect(answer.status(), typed).toBe(404)
      expect(await page.getByRole('group', { name: 'No certificate has that ID' }).count()).toBe(1)
      expect(await page.getByLabel('Certificate ID').inputValue()).toBe(typed)
      expect(await page.locator('.certificate').count()).toBe(0)
      told.add(`${await page.title()} ${await page.getByRole('main').textContent()}`)
    }
    expect(told.size).toBe(1)
    await page.context().close()
  })

  test('is accessible, light and dark, to the keyboard too, and fits a small phone', async () => {
    // Only axe needs scripts; the holder stays signed in.
    const storageState = await holder.page.context().storageState()
    const { page } = await open({ javaScriptEnabled: true, storageState })
    for (const path of [
      '/my-cet/certificates/',
      `/my-cet/certificates/${id}/`,
      '/verify/',
      `/verify/${id}/`,
      '/verify/?id=nothing',
    ]) {
      await page.goto(`${pack.site}${path}`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await accessibilityFaults(page), `${path} ${colorScheme}`).toEqual([])
      }
      expect(await keyboardFaults(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
    }
    expect(page.url()).toContain(pack.site)
    await page.context().close()
  })
})

/** What a page says of a certificate: lines by label, its holder first. */
async function printed(page: Page): Promise<Record<string, string[]>> {
  const holder = await page.locator('.certificate-holder').textContent()
  const facts = await page
    .locator('.certificate-facts > div')
    .evaluateAll((rows) =>
      rows.map((row): [string, string[]] => [
        row.querySelector('dt')?.textContent ?? '',
        Array.from(row.querySelectorAll('dd'), (line) => line.textContent),
      ]),
    )
  return { Holder: [(holder ?? '').replace(/^Holder\s+/, '')], ...Object.fromEntries(facts) }
}
