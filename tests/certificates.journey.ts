import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf, readQr } from '../edge/test-support/pdf.ts'
import { accessibilityFaults } from './support/axe.ts'
import { launchChromium, openWatchedPage } from './support/chromium.ts'
import { choose, questionsOf, send, signIn } from './support/member.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'

/** From a passed exam to a stranger who checks the certificate, with JavaScript off throughout. */
describe('a certificate', () => {
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

  const open = (options: BrowserContextOptions = {}) =>
    openWatchedPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 }, ...options })

  test('is there after a pass, as a page and as a document, and anybody can check it', async () => {
    const item = await pack
      .client()
      .fetch<{ path: string; exam: string; title: string; examTitle: string } | null>(
        '*[_id == "article-dry-eye-in-practice"][0]{title, "path": "/cet/active/" + slug.current + "/", "exam": exam._ref, "examTitle": exam->title}',
        {},
        { perspective: 'published' },
      )
    if (item === null) throw new Error('the article is not published')
    const { page, errors, outside } = await open()
    await signIn(page, pack.site, 'Olive Sample', '/my-cet/certificates/')
    await page.getByText('You have no certificate yet').waitFor()
    await page.goto(`${pack.site}${item.path}exam/`)
    await choose(page, await questionsOf(pack.client(), item.exam), true)
    await send(page)
    await page.waitForURL(`${pack.site}/my-cet/attempts/*/`)

    await page.getByRole('main').getByRole('link', { name: 'Certificate', exact: true }).click()
    await page.waitForURL(`${pack.site}/my-cet/certificates/*/`)
    const own = await said(page)
    expect(own[0]).toBe('Olive Sample')
    expect(own).toEqual(expect.arrayContaining([item.title, item.examTitle]))
    const id = new URL(page.url()).pathname.split('/').at(-2) ?? ''
    const printedId = id.match(/.{4}/g)?.join('-') ?? ''
    expect(own).toContain(printedId)
    expect(await isWide(page)).toBe(false)

    const document = await page.getByRole('link', { name: 'Certificate as PDF' }).getAttribute('href')
    const answer = await page.request.get(`${pack.site}${document}`)
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="certificate-${printedId}.pdf"`,
    })
    const pdf = await readPdf(new Uint8Array(await answer.body()))
    const address = `${pack.site}/verify/${id}/`
    expect(readQr(pdf)).toBe(address)
    const text = pdf.texts.join(' ').replaceAll(/\s+/g, ' ')
    // The head of the document says these without a label.
    for (const said of own) if (said !== 'Exam' && said !== 'Scheme') expect(text).toContain(said)
    expect(text).toContain('Demonstration')

    await page.goto(`${pack.site}/my-cet/`)
    await page.getByRole('main').getByRole('link', { name: 'Certificates' }).click()
    await page.getByRole('link', { name: item.examTitle, exact: true }).click()
    await page.waitForURL(`${pack.site}/my-cet/certificates/${id}/`)
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    await page.context().close()

    const stranger = await open()
    await stranger.page.goto(`${pack.site}/verify/`)
    await stranger.page.getByLabel('Certificate ID').fill(` ${printedId.toLowerCase().replaceAll('-', ' ')}`)
    await stranger.page.getByRole('button', { name: 'Check' }).click()
    await stranger.page.waitForURL(address)
    expect(await stranger.page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'This certificate stands',
    )
    expect(await said(stranger.page)).toEqual(own)
    expect(await isWide(stranger.page)).toBe(false)

    await stranger.page.goto(`${pack.site}/verify/`)
    await stranger.page.getByLabel('Certificate ID').fill('C-13861 O/D')
    await stranger.page.getByRole('button', { name: 'Check' }).click()
    await stranger.page.getByRole('heading', { name: 'No certificate has that ID' }).waitFor()
    expect(await stranger.page.getByLabel('Certificate ID').inputValue()).toBe('C-13861 O/D')
    await stranger.page.goto(`${pack.site}/my-cet/certificates/${id}/`)
    expect(new URL(stranger.page.url()).origin).toBe(pack.identity)
    expect(stranger.outside).toEqual([])
    await stranger.page.context().close()

    // Only axe needs scripts.
    for (const colorScheme of ['light', 'dark'] as const) {
      const looked = await open({ javaScriptEnabled: true, colorScheme })
      await signIn(looked.page, pack.site, 'Olive Sample', '/my-cet/certificates/')
      for (const path of [
        '/my-cet/certificates/',
        `/my-cet/certificates/${id}/`,
        '/verify/',
        `/verify/${id}/`,
        '/verify/?id=nothing',
      ]) {
        await looked.page.goto(`${pack.site}${path}`)
        expect(await accessibilityFaults(looked.page), `${path} ${colorScheme}`).toEqual([])
      }
      await looked.page.context().close()
    }
  })
})

type LookedAt = Awaited<ReturnType<typeof openWatchedPage>>['page']

/** What a page says of a certificate: its holder, labels and what stands behind them. */
async function said(page: LookedAt): Promise<string[]> {
  const texts = await page.locator('.certificate-holder, .certificate-facts :is(dt, dd)').allInnerTexts()
  return texts.map((text) => text.replace(/^Holder\s+/, '').trim())
}

/** Whether a page has to be scrolled sideways. */
async function isWide(page: LookedAt): Promise<boolean> {
  const edges = await page
    .locator('main *')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right))
  return Math.max(...edges) > 320
}
