import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Question, readQuestions, writeQuestions } from '../core/questions/index.ts'
import { choice, exam, question } from '../schemas/test-support/samples.ts'
import { accessibilityFaults } from './support/axe.ts'
import { launchChromium, openWatchedPage, type WatchedPage } from './support/chromium.ts'
import { startTestStudio, type TestStudio } from './support/studio.ts'
import { unexpectedErrors } from './support/studio-noise.ts'

const GIFT = `Which sign points to acute anterior uveitis? {
=Ciliary flush#The vessels at the limbus are dilated.
~Sticky discharge#That suggests bacterial conjunctivitis.
}

Describe what you would tell the patient. {}

Which two drugs dilate the pupil? Select two. {
~%50%Tropicamide#It blocks the sphincter.
~%50%Phenylephrine#It stimulates the dilator.
~%-100%Pilocarpine#It constricts the pupil.
}

Which structure lies behind the iris? {
=The lens#It does.
~The cornea#It lies in front.
}
`

async function gather<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('an editor with questions from elsewhere', () => {
  let studio: TestStudio
  let browser: Browser
  let watched: WatchedPage
  let page: Page

  beforeAll(async () => {
    studio = await startTestStudio()
    await studio.lake.client.createOrReplace(
      exam({
        _id: 'exam-red-eye',
        questions: [
          question('q1', {
            stem: 'Which sign is not typical of dry eye?',
            choices: [
              choice('a', true, 'Halos'),
              choice('b', false, 'Staining'),
              choice('c', false, 'Both A and B'),
            ],
          }),
        ],
      }),
    )
    browser = await launchChromium()
    watched = await openWatchedPage(browser, {
      viewport: { width: 1280, height: 900 },
      acceptDownloads: true,
    })
    page = watched.page
    await page.goto(`${studio.url}/structure/survival-pack;exam;exam-red-eye`)
    await page.getByTestId('question-check').waitFor()
  })

  afterAll(async () => {
    await browser?.close()
    await studio?.[Symbol.asyncDispose]()
  })

  const fetch = (query: string): Promise<unknown> => studio.lake.client.fetch(query)
  const eventually = (query: string) => expect.poll(() => fetch(query), { interval: 200 })
  const stems = (id: string) => `*[_id == "${id}"].questions[].stem`
  const check = () => page.getByTestId('question-check')
  const dialog = (name: string) => page.getByRole('dialog', { name })

  async function chooseAction(name: string): Promise<void> {
    await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', { name }).click()
    await dialog(name)
      .getByRole('button', { name: /Import|Save/ })
      .waitFor()
  }

  /** Faults of a part that is ours, when its colours have come to rest; what surrounds it is Studio's own. */
  async function faultsWithin(selector: string): Promise<string[]> {
    const part = page.locator(selector)
    await expect.poll(() => part.evaluate((node) => node.getAnimations({ subtree: true }).length)).toBe(0)
    return await accessibilityFaults(page, selector)
  }

  test('reads in the form what a reviewer would say, by question', async () => {
    await check().getByText('1 error, 1 warning').waitFor()
    await check()
      .getByRole('heading', { name: /^Question 1: Which sign is not typical/ })
      .waitFor()
    expect(await faultsWithin('[data-testid="question-check"]')).toEqual([])
  })

  test('cannot publish what has an error', async () => {
    await page.getByTestId('action-publish').waitFor()
    expect(await page.getByTestId('action-publish').isDisabled()).toBe(true)
  })

  test('is led from a finding to its field, by keyboard', async () => {
    await check()
      .getByRole('button', { name: /Both A and B/ })
      .focus()
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox').filter({ hasText: 'Both A and B' })
    await field.waitFor()
    await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true)
    await field.fill('Reflex tearing')
    await eventually('*[_id == "drafts.exam-red-eye"].questions[0].choices[2].text').toEqual([
      'Reflex tearing',
    ])
    await page.goto(`${studio.url}/structure/survival-pack;exam;exam-red-eye`)
    await check().getByText('1 warning', { exact: true }).waitFor()
  })

  test('changes nothing by looking and cancelling', async () => {
    const before = await fetch('*[_id match "*exam-red-eye"]{_id, _rev}')
    await chooseAction('Import questions')
    await page.getByLabel('Questions', { exact: true }).fill(GIFT)
    await page.getByText('3 questions found, 1 problem.').waitFor()
    await page.keyboard.press('Escape')
    await dialog('Import questions').waitFor({ state: 'detached' })
    expect(await fetch('*[_id match "*exam-red-eye"]{_id, _rev}')).toEqual(before)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
      .toBe('action-menu-button')
  })

  test('sees what can be imported and what cannot, with its line', async () => {
    await chooseAction('Import questions')
    await page.getByLabel('Questions', { exact: true }).fill(GIFT)
    await page.getByText('3 questions found, 1 problem.').waitFor()
    expect(await page.getByLabel('Format').inputValue()).toBe('gift')
    await page.getByText('Line 6, column 1').waitFor()
    await dialog('Import questions').getByText('Ciliary flush (correct)').waitFor()
    expect(await faultsWithin('[role="dialog"]')).toEqual([])
  })

  test('imports two of three into the draft; what is published stays', async () => {
    await page.getByLabel('Which structure lies behind the iris?').uncheck()
    await page.getByRole('button', { name: 'Import 2 questions' }).click()
    await dialog('Import questions').waitFor({ state: 'detached' })
    await eventually(stems('drafts.exam-red-eye')).toEqual([
      'Which sign is not typical of dry eye?',
      'Which sign points to acute anterior uveitis?',
      'Which two drugs dilate the pupil? Select two.',
    ])
    expect(await fetch(stems('exam-red-eye'))).toEqual(['Which sign is not typical of dry eye?'])
    expect(
      await fetch(
        '*[_id == "drafts.exam-red-eye"].questions[2]{kind, "choices": choices[]{text, correct, rationale}}',
      ),
    ).toEqual([
      {
        kind: 'multiple',
        choices: [
          { text: 'Tropicamide', correct: true, rationale: 'It blocks the sphincter.' },
          { text: 'Phenylephrine', correct: true, rationale: 'It stimulates the dilator.' },
          { text: 'Pilocarpine', correct: false, rationale: 'It constricts the pupil.' },
        ],
      },
    ])
  })

  /** Saves the exam's questions in a format and reads the file back. */
  async function exportAs(title: string, format: Parameters<typeof readQuestions>[0]): Promise<Question[]> {
    await chooseAction('Export questions')
    await page.getByLabel('Format').selectOption({ label: title })
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /^Save \d question/ }).click()
    const file = await (await download).path()
    await page.getByText(/^Saved as exam-red-eye\./).waitFor()
    expect(await faultsWithin('[role="dialog"]')).toEqual([])
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    const read = await gather(readQuestions(format, await readFile(file)))
    expect(read.filter(({ kind }) => kind === 'problem')).toEqual([])
    return read.flatMap((each) => (each.kind === 'question' ? [each.question] : []))
  }

  test('exports files that read back equal', async () => {
    const fromGift = await exportAs('GIFT', 'gift')
    const fromXml = await exportAs('Moodle XML', 'moodle-xml')
    const plain = ({ stem, type, choices }: Question) => ({
      stem,
      type,
      choices: choices.map(({ text, correct, feedback }) => ({ text, correct, feedback })),
    })
    expect(fromGift.map(plain)).toEqual(fromXml.map(plain))
    const [uveitis] = fromGift.slice(1).map(plain)
    expect(uveitis).toEqual({
      stem: 'Which sign points to acute anterior uveitis?',
      type: 'single',
      choices: [
        { text: 'Ciliary flush', correct: true, feedback: 'The vessels at the limbus are dilated.' },
        { text: 'Sticky discharge', correct: false, feedback: 'That suggests bacterial conjunctivitis.' },
      ],
    })
  })

  test('replaces all questions by a file with a figure, and takes the figure out again', async () => {
    const bytes = await sharp({ create: { width: 32, height: 20, channels: 3, background: '#a33' } })
      .png()
      .toBuffer()
    const withFigure: Question = {
      type: 'single',
      stem: 'Which sign does the figure show?',
      choices: [
        { text: 'A red disc', correct: true, feedback: 'It is red.' },
        { text: 'A pale disc', correct: false, feedback: 'It is not pale.' },
      ],
      image: { name: 'disc.png', mediaType: 'image/png', data: bytes.toString('base64'), alt: 'A red disc' },
    }
    const file = Buffer.concat(await gather(writeQuestions('moodle-xml', [withFigure])))
    await chooseAction('Import questions')
    await page
      .getByTestId('question-file')
      .setInputFiles({ name: 'bank.xml', mimeType: 'text/xml', buffer: file })
    await page.getByText('1 question found').waitFor()
    await page.getByLabel('Replace all of them').check()
    await page.getByRole('button', { name: 'Import 1 question' }).click()
    await dialog('Import questions').waitFor({ state: 'detached' })
    await eventually(
      '*[_id == "drafts.exam-red-eye"].questions[]{stem, "alt": image.alt, "width": image.image.asset->metadata.dimensions.width}',
    ).toEqual([{ stem: withFigure.stem, alt: 'A red disc', width: 32 }])
    const [back] = await exportAs('Moodle XML', 'moodle-xml')
    expect(back?.image?.data).toBe(withFigure.image?.data)
    expect(back?.image?.alt).toBe('A red disc')
  })

  test('caused no error, no request outside this machine and no surprise to the lake', () => {
    expect(unexpectedErrors(watched.errors)).toEqual([])
    expect(watched.outside).toEqual([])
    expect(studio.lake.complaints()).toEqual([])
  })
})
