import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../scripts/seed/index.ts'
import { accessibilityFaults } from './support/axe.ts'
import { launchChromium, openWatchedPage, type WatchedPage } from './support/chromium.ts'
import { startTestStudio, type TestStudio } from './support/studio.ts'
import { unexpectedErrors } from './support/studio-noise.ts'

const pack = 'pack-survival-2021'
const article = 'article-dry-eye-in-practice'
/** A unit of the framework with the published items that cover it, as the dataset itself answers. */
type Unit = { id: string; title: string; type: string; items: string[] }

describe('an editor who looks after a pack', () => {
  let studio: TestStudio
  let browser: Browser
  let watched: WatchedPage
  let page: Page
  let units: Unit[]
  let title: string

  beforeAll(async () => {
    studio = await startTestStudio()
    const { client } = studio.lake
    await seed({ client, log: () => {} })
    units = await client.fetch<Unit[]>(`
      *[_type == "competency" && framework._ref == "framework-cet-2019"] | order(registrantType->order asc, order asc){
        "id": _id, title, "type": registrantType->title,
        "items": *[
          _type in ["article", "video"] &&
          ^._id in learningObjectives[].competencies[]._ref &&
          ^.registrantType._ref in audience[]._ref
        ]._id
      }`)
    title = await client.fetch<string>('*[_id == $id][0].title', { id: article })
    browser = await launchChromium()
    watched = await openWatchedPage(browser, { viewport: { width: 1280, height: 900 } })
    page = watched.page
  })

  afterAll(async () => {
    await browser?.close()
    await studio?.[Symbol.asyncDispose]()
  })

  const grid = () => page.getByRole('grid', { name: 'Coverage of units by items' })
  const cell = (label: string) => grid().getByRole('link', { name: label, exact: true })
  const unitOf = (test: (unit: Unit) => boolean): Unit => {
    const found = units.find(test)
    if (found === undefined) throw new Error('The demonstration pack has no such unit.')
    return found
  }
  const who = ({ title: unit, type }: Unit) => `${unit}, ${type.charAt(0).toLowerCase()}${type.slice(1)}`

  /** Opens the tool, if it is not open: Studio that has just been loaded draws everything once more, and focus is lost. */
  async function openCoverage(): Promise<void> {
    if (!page.url().startsWith(`${studio.url}/coverage`)) await page.goto(`${studio.url}/coverage`)
    await grid().waitFor()
  }

  /** What another editor, elsewhere, makes of the article's competencies. */
  async function editElsewhere(competencies: (now: string[]) => string[]): Promise<void> {
    const { client } = studio.lake
    const published = await client.getDocument(article)
    if (published === undefined) throw new Error('The article is gone.')
    const tagged: string[] = published['learningObjectives'].flatMap(
      (objective: { competencies: { _ref: string }[] }) => objective.competencies.map(({ _ref }) => _ref),
    )
    const references = competencies(tagged).map((id) => ({ _type: 'reference', _ref: id, _key: id }))
    await client.createOrReplace({
      ...published,
      _id: `drafts.${article}`,
      learningObjectives: [
        { _type: 'learningObjective', _key: 'all', text: 'Everything', competencies: references },
      ],
    })
  }

  test('finds the tool in the navigation, and in it the pack with each unit’s state', async () => {
    await page.goto(studio.url)
    await page.getByRole('link', { name: 'Coverage' }).click()
    await grid().waitFor()
    const gaps = units.filter(({ items }) => items.length === 0).length
    await page.getByText(`${units.length} units · ${gaps === 0 ? 'no gaps' : `${gaps} gap`}`).waitFor()
    for (const { title: unit, items } of units) {
      const state =
        items.length === 0 ? 'Gap' : items.length === 1 ? 'One item only' : `${items.length} items`
      await grid()
        .getByRole('rowheader', { name: `${unit} ${state}`, exact: true })
        .first()
        .waitFor()
    }
  })

  test('reads from each cell who is covered by what', async () => {
    const covered = unitOf(({ items }) => items.includes(article))
    const open = unitOf(({ items }) => !items.includes(article))
    await cell(`${who(covered)}: covered by “${title}” (published)`).waitFor()
    await cell(`${who(open)}: not covered by “${title}”`).waitFor()
    await grid()
      .getByRole('columnheader', { name: `${title}, article`, exact: true })
      .waitFor()
  })

  test('sees what another editor adds and takes away, told apart from what is published', async () => {
    const added = unitOf(({ type, items }) => type === 'Optometrist' && !items.includes(article))
    const removed = unitOf(({ type, items }) => type === 'Optometrist' && items.includes(article))
    await editElsewhere((tagged) => [...tagged.filter((id) => id !== removed.id), added.id])
    await cell(`${who(added)}: covered by “${title}” (draft, not published yet)`).waitFor()
    await cell(`${who(removed)}: covered by “${title}” (published, but removed in the draft)`).waitFor()
    await grid()
      .getByRole('columnheader', { name: `${title}, article, has unpublished changes`, exact: true })
      .waitFor()
    await studio.lake.client.delete(`drafts.${article}`)
    await cell(`${who(added)}: not covered by “${title}”`).waitFor()
  })

  test('narrows the view to what is searched, with all that covers it', async () => {
    const { title: unit } = unitOf(({ items }) => items.length > 1)
    await page.getByRole('searchbox', { name: 'Find a unit or an item' }).fill(unit.toUpperCase())
    const named = units.filter((each) => each.title.toLowerCase().includes(unit.toLowerCase()))
    await page.getByRole('status').getByText(`${named.length} of ${units.length} units shown`).waitFor()
    await page.getByRole('searchbox').fill('nothing of the kind')
    await page.getByText('Nothing is called “nothing of the kind” here.').waitFor()
    await page.getByRole('searchbox').fill('')
    await page.getByRole('button', { name: /^One item only/ }).click()
    const single = units.filter(({ items }) => items.length === 1).length
    await page.getByRole('status').getByText(`${single} of ${units.length} units shown`).waitFor()
    await page.getByRole('button', { name: /^All/ }).click()
  })

  test('takes the matrix along as CSV', async () => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^coverage-cet-survival-pack-2021-\d{4}-\d{2}-\d{2}\.csv$/)
    const rows: Record<string, string>[] = parse(readFileSync(await download.path(), 'utf8'), {
      bom: true,
      columns: true,
    })
    expect(
      rows
        .filter((row) => row['Counted'] === 'items')
        .map((row) => [row['Registrant type'], row['Unit'], row['Published']]),
    ).toEqual(units.map(({ type, title: unit, items }) => [type, unit, String(items.length)]))
    expect(rows.filter((row) => row[`${title} (article)`] === 'published')).toHaveLength(
      units.filter(({ items }) => items.includes(article)).length,
    )
  })

  test('walks through the grid by keyboard alone and opens a document from it', async () => {
    await openCoverage()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    const intoGrid = async () => {
      await page.getByRole('searchbox').focus()
      await page.keyboard.press('Tab')
      return await focused()
    }
    // Studio draws a tool anew when it has its session, and focus is lost with what it was on.
    await expect.poll(intoGrid).toContain('Optometrist')
    await page.keyboard.press('ArrowDown')
    await expect.poll(focused).toContain(units[0]?.title)
    await page.keyboard.press('Control+End')
    const last = units.at(-1)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toContain(last === undefined ? '' : who(last))
    await page.keyboard.press('Home')
    await page.keyboard.press('Tab')
    expect(await grid().evaluate((node) => node.contains(document.activeElement))).toBe(false)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowUp')
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await page.keyboard.press('Enter')
    // The panel is called "New Article" until the document has come.
    await expect
      .poll(async () => {
        const opened = await page.getByTestId('document-panel-document-title').textContent()
        return opened !== null && label.includes(opened)
      })
      .toBe(true)
    expect(decodeURIComponent(page.url())).toContain('learningObjectives')
  })

  test('can read both views whatever their sight, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await openCoverage()
      expect(await accessibilityFaults(page, '.coverage')).toEqual([])
      await openChecklist()
      expect(await accessibilityFaults(page, '.checklist')).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
  })

  async function openChecklist(): Promise<void> {
    await page.goto(`${studio.url}/structure/survival-pack;pack;${pack},view=checklist`)
    await page.getByRole('heading', { name: 'Checklist of CET survival pack 2021' }).waitFor()
  }

  test('is told what a pack lacks, as soon as it lacks it, and is led there', async () => {
    await openChecklist()
    const line = 'Every item has its references, and every citation points at one of them'
    const check = page.getByRole('listitem').filter({ hasText: line }).first()
    await check.getByText('OK', { exact: true }).waitFor()
    const published = await studio.lake.client.getDocument(article)
    if (published === undefined) throw new Error('The article is gone.')
    await studio.lake.client.createOrReplace({ ...published, _id: `drafts.${article}`, references: [] })
    await check.getByText('It has no references.').waitFor()
    await page
      .getByRole('status')
      .getByText(/\d+ things? (is|are) missing/)
      .waitFor()
    const link = check.getByRole('link', { name: title }).first()
    await link.press('Enter')
    await page.getByTestId('field-references').waitFor()
    await studio.lake.client.delete(`drafts.${article}`)
    await openChecklist()
    await check.getByText('OK', { exact: true }).waitFor()
  })

  test('has the coverage beside the form of the pack', async () => {
    await openChecklist()
    await page.getByRole('tab', { name: 'Coverage' }).click()
    await grid().waitFor()
  })

  test('is told when the dataset cannot be reached, and tries again', async () => {
    await page.goto(studio.url)
    await page.getByRole('link', { name: 'Coverage' }).waitFor()
    const query = (url: URL) =>
      url.pathname.includes('/data/query/') && url.searchParams.get('$types') !== null
    await page.route(query, (route) => route.abort())
    await page.getByRole('link', { name: 'Coverage' }).click()
    await page.getByRole('alert').getByText('Coverage could not be loaded').waitFor()
    await page.unroute(query)
    await page.getByRole('button', { name: 'Try again' }).click()
    await grid().waitFor()
    const failures = unexpectedErrors(watched.errors.splice(0))
    for (const failure of failures) expect(failure).toMatch(/net::ERR_FAILED/)
  })

  test('caused no error, no request outside this machine and no surprise to the lake', () => {
    expect(unexpectedErrors(watched.errors)).toEqual([])
    expect(watched.outside).toEqual([])
    expect(studio.lake.complaints()).toEqual([])
  })
})
