import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { article, choice, dataset, exam, pack, question } from '../schemas/test-support/samples.ts'
import { launchChromium, openWatchedPage, type WatchedPage } from './support/chromium.ts'
import { startTestStudio, type TestStudio } from './support/studio.ts'
import { unexpectedErrors } from './support/studio-noise.ts'

/** Published documents that the journey begins with. */
const published = [
  ...dataset.filter(({ _type }) => _type !== 'exam'),
  exam({
    _id: 'exam-red-eye',
    questions: [question('q1', { choices: [choice('a', true), choice('b', false), choice('c', false)] })],
  }),
  exam({ _id: 'exam-dry-eye', title: 'Exam: dry eye' }),
  article({ _id: 'article-red-eye' }),
  pack({ _id: 'pack-survival-2021' }),
  { _id: 'siteSettings', _type: 'siteSettings', title: 'Survival pack' },
]

describe('an editor in Studio', () => {
  let studio: TestStudio
  let browser: Browser
  let watched: WatchedPage
  let page: Page

  beforeAll(async () => {
    studio = await startTestStudio()
    const seed = studio.lake.client.transaction()
    for (const document of published) seed.createOrReplace(document)
    await seed.commit()
    browser = await launchChromium()
    watched = await openWatchedPage(browser, { viewport: { width: 1280, height: 900 } })
    page = watched.page
  })

  afterAll(async () => {
    await browser?.close()
    await studio?.[Symbol.asyncDispose]()
  })

  const fetch = (query: string): Promise<unknown> => studio.lake.client.fetch(query)
  const eventually = (query: string) => expect.poll(() => fetch(query), { interval: 200 })

  async function open(path: string): Promise<void> {
    await page.goto(`${studio.url}/structure/${path}`)
    await page.getByTestId('document-panel-document-title').waitFor()
  }

  async function chooseAction(name: string): Promise<void> {
    await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', { name }).click()
  }

  const title = () => page.getByTestId('field-title').getByTestId('string-input')

  test('finds the desk in order', async () => {
    await page.goto(studio.url)
    for (const entry of ['Needs attention', 'Packs', 'All content', 'Competency frameworks', 'Settings']) {
      await page.getByRole('link', { name: entry }).waitFor()
    }
    await page.getByRole('link', { name: 'All content' }).click()
    await page.getByRole('link', { name: 'Articles' }).click()
    await page.getByText('15 min · C-13861 O/D/CL').waitFor()
  })

  test('searches a list and everything', async () => {
    await page.getByPlaceholder('Search list').fill('practice')
    await page.getByText('Red eye in practice').waitFor()
    await page.getByPlaceholder('Search list').fill('nothing of the kind')
    await page.getByText('No results found').waitFor()
    await page.getByTestId('studio-search').click()
    await page.keyboard.type('dry')
    await page.getByRole('dialog').or(page.getByTestId('search-results')).getByText('Exam: dry eye').waitFor()
    await page.keyboard.press('Escape')
  })

  test('creates an article, which is a draft', async () => {
    await page.goto(`${studio.url}/structure/survival-pack;article`)
    await page.getByTestId('action-intent-button').click()
    await title().fill('Dry eye')
    await page.getByTestId('field-slug').getByRole('button', { name: 'Generate' }).click()
    await eventually(
      '*[_type == "article" && slug.current == "dry-eye" && _id in path("drafts.**")].title',
    ).toEqual(['Dry eye'])
  })

  test('picks its exam from the published ones', async () => {
    await page.getByTestId('group-tab-learning').click()
    await page.getByTestId('autocomplete').fill('dry')
    await page.getByTestId('autocomplete-popover').getByText('Exam: dry eye').click()
    await eventually('*[slug.current == "dry-eye"].exam._ref').toEqual(['exam-dry-eye'])
  })

  test('is told what is missing, and cannot publish it yet', async () => {
    await page
      .getByRole('button', { name: /validation/i })
      .first()
      .click()
    await page.getByText('Write one or two sentences that say what the item is about.').waitFor()
    await page.getByText('Add at least one author.').waitFor()
    expect(await page.getByTestId('action-publish').isDisabled()).toBe(true)
  })

  test('publishes a change', async () => {
    await open('survival-pack;article;article-red-eye')
    await title().fill('The red eye in practice')
    await eventually('*[_id == "drafts.article-red-eye"].title').toEqual(['The red eye in practice'])
    await page.getByTestId('action-publish').click()
    await eventually('*[_id match "*article-red-eye"]{_id, title}').toEqual([
      { _id: 'article-red-eye', title: 'The red eye in practice' },
    ])
  })

  test('discards a change', async () => {
    await title().fill('A title to regret')
    await eventually('*[_id == "drafts.article-red-eye"].title').toEqual(['A title to regret'])
    await chooseAction('Discard changes')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /discard/i })
      .click()
    await eventually('*[_id match "*article-red-eye"]{_id, title}').toEqual([
      { _id: 'article-red-eye', title: 'The red eye in practice' },
    ])
  })

  test('uploads a figure into the text and sees it, asked for its alternative text', async () => {
    const image = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#a33' } })
      .png()
      .toBuffer()
    const editor = page.getByTestId('pt-editor')
    await editor.scrollIntoViewIfNeeded()
    await editor.getByText('Begin with the history.').click()
    await page.getByRole('button', { name: 'Insert Figure (block)' }).first().click()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'limbus.png', mimeType: 'image/png', buffer: image })
    const shown = page.getByRole('dialog').locator('img[src*="640x400"]').first()
    await shown.waitFor()
    await expect
      .poll(() => shown.evaluate((node) => 'naturalWidth' in node && node.naturalWidth))
      .toBeGreaterThan(0)
    expect(new URL((await shown.getAttribute('src')) ?? '').origin).toBe(studio.lake.url)
    await eventually(
      '*[_id == "drafts.article-red-eye"].body[_type == "figure"][].image.asset->metadata.dimensions.width',
    ).toEqual([640])
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /validation/i })
      .first()
      .click()
    await page
      .getByText('Write the alternative text: say what the figure shows to somebody who cannot see it.')
      .filter({ visible: true })
      .first()
      .waitFor()
  })

  test('cites a work by choosing it from the list', async () => {
    await chooseDiscard()
    const editor = page.getByTestId('pt-editor')
    await editor.getByText('Begin with the history.').click()
    await page.keyboard.press('End')
    await page
      .getByTestId('insert-menu-button')
      .or(page.getByRole('button', { name: /Insert Citation/ }))
      .first()
      .click()
    const entry = page.getByRole('menuitem', { name: /Citation/ })
    if (await entry.isVisible()) await entry.click()
    await page.getByRole('combobox').filter({ hasText: 'Sample A. On red eyes. 2019.' }).selectOption('w1')
    await eventually('*[_id == "drafts.article-red-eye"].body[].children[_type == "citation"].work').toEqual([
      'w1',
    ])
    await page.keyboard.press('Escape')
    await editor.getByText('[1]').waitFor()
    await chooseDiscard()
  })

  async function chooseDiscard(): Promise<void> {
    await open('survival-pack;article;article-red-eye')
    await chooseAction('Discard changes')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /discard/i })
      .click()
    await eventually('count(*[_id == "drafts.article-red-eye"])').toBe(0)
  }

  test('duplicates an article without standing in the way of the original', async () => {
    await open('survival-pack;article;article-red-eye')
    await chooseAction('Duplicate')
    await eventually('count(*[_type == "article" && title == "The red eye in practice"])').toBe(2)
    await open('survival-pack;article;article-red-eye')
    await page.getByTestId('document-pane').getByText('Address').first().waitFor()
    expect(await page.getByText('Slug is already in use').count()).toBe(0)
  })

  test('unpublishes an exam that nothing published refers to', async () => {
    await studio.lake.client.delete({ query: '*[_type == "article" && _id in path("drafts.**")]' })
    await open('survival-pack;exam;exam-dry-eye')
    await page.getByTestId('document-header-Published-chip').click()
    await page.getByTestId('action-unpublish').click()
    await page
      .getByRole('dialog', { name: 'Unpublish document?' })
      .getByRole('button', { name: /unpublish/i })
      .click()
    await eventually('*[_id match "*exam-dry-eye"]._id').toEqual(['drafts.exam-dry-eye'])
  })

  test('cannot delete what the pack refers to, and sees what does', async () => {
    await open('survival-pack;article;article-red-eye')
    await chooseAction('Delete')
    const dialog = page.getByRole('dialog', { name: 'This cannot be deleted yet' })
    await dialog.getByText('1 document refers to it').waitFor()
    await dialog.getByRole('link', { name: /Survival pack Pack · published/ }).waitFor()
    expect(await page.getByRole('button', { name: /delete anyway/i }).count()).toBe(0)
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await dialog.waitFor({ state: 'detached' })
    expect(await fetch('*[_id == "article-red-eye"]._id')).toEqual(['article-red-eye'])
  })

  test('finds one settings document, and no way to a second', async () => {
    await open('settings')
    await page.getByTestId('pane-footer').getByTestId('action-publish').waitFor()
    expect(await page.getByTestId('pane-footer').getByTestId('action-menu-button').count()).toBe(0)
    await page.getByTestId('new-document-button').click()
    await page.getByText('Registrant type').first().waitFor()
    expect(await page.getByRole('dialog').getByText('Site settings').count()).toBe(0)
  })

  test('caused no error, no request outside this machine and no surprise to the lake', () => {
    expect(unexpectedErrors(watched.errors)).toEqual([])
    expect(watched.outside).toEqual([])
    expect(studio.lake.complaints()).toEqual([])
  })
})
