import type { SanityClient } from '@sanity/client'
import type { Page } from 'playwright-core'
import { keepPicture } from './shots.ts'

/** What a scene plays in. */
export type Stage = {
  readonly page: Page
  readonly studio: string
  /** Reads and writes the dataset, drafts too. */
  readonly client: SanityClient
}

/** One picture of the guide, or several that follow each other. */
export type Scene = { readonly name: string; readonly play: (stage: Stage) => Promise<void> }

const exam = 'exam-dry-eye-in-practice'
const article = 'article-dry-eye-in-practice'
const pack = 'pack-survival-2021'

const gift = `::Halos:: A patient of 62 sees halos around lamps and has a painful red eye. Which finding is most urgent? {
=A pressure of 54 mmHg#This suggests acute angle closure.
~Staining of the lower cornea#Look at it after the emergency has been ruled out.
~A pinguecula#It is an incidental finding.
~Capped meibomian glands#They explain grittiness, not halos and pain.
}

Describe how you would refer this patient. {}
`

/** Every scene, in the order of the guide. */
export const scenes: readonly Scene[] = [
  {
    name: 'desk',
    async play({ page, studio }) {
      await page.goto(studio)
      await page.getByRole('link', { name: 'Packs' }).click()
      await page.getByRole('link', { name: /CET survival pack 2021/ }).click()
      await page.getByRole('link', { name: 'Articles' }).last().click()
      await page.getByText('Dry eye', { exact: false }).first().waitFor()
      await settled(page)
      await keepPicture(page, 'desk')
    },
  },
  {
    name: 'article',
    async play(stage) {
      const { page } = stage
      await openDocument(stage, article, 'article')
      await keepPicture(page, 'article')
      await page.getByRole('tab', { name: 'Learning and exam' }).click()
      await settled(page)
      await keepPicture(page, 'learning')
    },
  },
  {
    name: 'question-check',
    async play(stage) {
      const { page, client } = stage
      await editDraft(client, exam, (draft) => {
        const [first] = listOf(draft['questions'])
        const choices = listOf(first?.['choices'])
        const last = choices.at(-1)
        if (last) last['text'] = 'All of the above'
      })
      await openDocument(stage, exam, 'exam')
      await page.getByTestId('question-check').getByRole('button').nth(1).waitFor()
      await page.getByTestId('question-check').evaluate((panel) => panel.scrollIntoView({ block: 'start' }))
      await keepPicture(page, 'question-check')
    },
  },
  {
    name: 'import-questions',
    async play({ page }) {
      await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
      await page.getByRole('menuitem', { name: 'Import questions' }).click()
      const dialog = page.getByRole('dialog', { name: 'Import questions' })
      await dialog.getByRole('textbox').first().fill(gift)
      await dialog.getByText('A pressure of 54 mmHg').last().scrollIntoViewIfNeeded()
      await keepPicture(page, 'import-questions')
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'preview',
    async play({ page, studio, client }) {
      await client.delete(`drafts.${exam}`)
      await page.goto(`${studio}/presentation/article/${article}?preview=/cet/active/dry-eye-in-practice/`)
      const frame = page.frameLocator('iframe').first()
      await frame.getByRole('heading', { level: 1 }).waitFor({ timeout: 120_000 })
      await settled(page)
      await keepPicture(page, 'preview')
    },
  },
  {
    name: 'coverage',
    async play({ page, studio, client }) {
      await editDraft(client, article, (draft) => {
        draft['learningObjectives'] = listOf(draft['learningObjectives']).slice(0, 2)
      })
      await page.goto(`${studio}/coverage`)
      await page.getByRole('table').or(page.getByRole('grid')).first().waitFor()
      await settled(page)
      await keepPicture(page, 'coverage')
    },
  },
  {
    name: 'checklist',
    async play({ page, studio, client }) {
      await page.goto(`${studio}/structure/packs;${pack};checklist`)
      await page
        .getByText(/missing|Ready to publish/)
        .first()
        .waitFor()
      await settled(page)
      await keepPicture(page, 'checklist')
      await client.delete(`drafts.${article}`)
    },
  },
  {
    name: 'publish-exam',
    async play(stage) {
      const { page, client } = stage
      await editDraft(client, exam, (draft) => {
        const [first] = listOf(draft['questions'])
        const choices = listOf(first?.['choices'])
        const right = choices.findIndex((choice) => choice['correct'] === true)
        choices.forEach((choice, index) => {
          choice['correct'] = index === (right + 1) % choices.length
        })
      })
      await openDocument(stage, exam, 'exam')
      const publish = page.getByTestId('action-publish')
      await publish.and(page.locator(':enabled')).waitFor()
      await publish.click()
      await page
        .getByRole('dialog')
        .getByText(/attempt/)
        .first()
        .waitFor()
      await keepPicture(page, 'publish-exam')
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'attention',
    async play({ page, studio, client }) {
      await client.create({ _id: 'exam-of-nobody', _type: 'exam', title: 'Exam: visual fields' })
      await page.goto(`${studio}/structure/attention`)
      await page.getByTestId('attention').getByRole('listitem').first().waitFor()
      await settled(page)
      await keepPicture(page, 'attention')
      await client.delete({
        query: '*[_id in ["exam-of-nobody", $draft]]',
        params: { draft: `drafts.${exam}` },
      })
    },
  },
  {
    name: 'unpublish',
    async play(stage) {
      const { page } = stage
      await openDocument(stage, exam, 'exam')
      await page.getByTestId('document-header-Published-chip').click()
      await page.getByTestId('action-unpublish').click()
      await page.getByRole('dialog').getByRole('link').first().waitFor()
      await keepPicture(page, 'unpublish')
      await page.keyboard.press('Escape')
    },
  },
]

async function openDocument({ page, studio }: Stage, id: string, type: string): Promise<void> {
  await page.goto(`${studio}/intent/edit/id=${id};type=${type}/`)
  await page.getByTestId('document-panel-document-title').waitFor()
  await settled(page)
}

/** Waits until nothing that can be seen is still being loaded, or gives it ten seconds. */
async function settled(page: Page): Promise<void> {
  const loading = () =>
    Array.from(document.querySelectorAll('[data-ui="Spinner"], [data-ui="Skeleton"]')).every((node) => {
      const { top, bottom, width } = node.getBoundingClientRect()
      return width === 0 || bottom < 0 || top > innerHeight
    })
  // Studio keeps some of these on the page for ever.
  await page.waitForFunction(loading, undefined, { timeout: 10_000 }).catch(() => undefined)
  await page.waitForTimeout(1500)
}

type Fields = Record<string, unknown>

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value : []
}

/** Makes a draft of a published document, changed as told. */
async function editDraft(client: SanityClient, id: string, change: (draft: Fields) => void): Promise<void> {
  const published = await client.getDocument(id)
  if (published === undefined) throw new Error(`${id} is not there`)
  const { _rev, _createdAt, _updatedAt, ...fields } = structuredClone(published)
  change(fields)
  await client.createOrReplace({ ...fields, _id: `drafts.${id}`, _type: published._type })
}
