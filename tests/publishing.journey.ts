import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './support/axe.ts'
import { launchChromium, openWatchedPage, type WatchedPage } from './support/chromium.ts'
import { eventually } from './support/eventually.ts'
import { choose, questionsOf, send, signIn } from './support/member.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'
import { unexpectedErrors } from './support/studio-noise.ts'

const article = 'article-dry-eye-in-practice'

/** What an editor can do to content that members use, on a pack that was started with the newcomer's command. */
describe('publishing that cannot surprise', () => {
  const { data, remove } = temporaryData()
  let pack: RunningPack
  let browser: Browser
  let watched: WatchedPage
  let page: Page
  let exam: { id: string; title: string; introduction: string; path: string }

  beforeAll(async () => {
    pack = await startPack({ data, ports: await freePorts() })
    browser = await launchChromium()
    watched = await openWatchedPage(browser, { viewport: { width: 1280, height: 900 } })
    page = watched.page
    exam = await ask(
      '*[_id == $id][0]{"path": "/cet/active/" + slug.current + "/", ...exam->{"id": _id, title, introduction}}',
      { id: article },
    )
  })
  afterAll(async () => {
    await browser?.close()
    await pack?.stop()
    remove()
  })

  const ask = <Found>(query: string, params: Record<string, unknown> = {}): Promise<Found> =>
    pack.client().fetch<Found>(query, params)
  const becomes = (query: string, params: Record<string, unknown> = {}) =>
    expect.poll(() => ask(query, params), { interval: 300 })
  const versionsOf = (id: string) => ask<string[]>('*[_id in [$id, "drafts." + $id]]._id', { id })
  const publishButton = () => page.getByTestId('action-publish')
  const dialog = (name: string) => page.getByRole('dialog', { name })

  async function open(id: string, type: string): Promise<void> {
    await page.goto(`${pack.studio}/intent/edit/id=${id};type=${type}/`)
    await page.getByTestId('document-panel-document-title').waitFor()
  }

  async function publishByKeyboard(): Promise<void> {
    await eventually(
      'Publish to be possible',
      async () => ((await publishButton().isEnabled()) ? true : undefined),
      60_000,
    )
    await publishButton().focus()
    await page.keyboard.press('Enter')
  }

  async function edit(changes: Record<string, unknown>): Promise<void> {
    const client = pack.client()
    const published = await client.getDocument(exam.id)
    if (published === undefined) throw new Error(`${exam.id} is gone`)
    await client.createOrReplace({ ...published, ...changes, _id: `drafts.${exam.id}` })
  }

  /** The published questions, with the key of the first one moved to the choice after the correct one. */
  async function questionsWithAnotherKey(): Promise<unknown[]> {
    type Question = { choices: { correct?: boolean }[] }
    const { questions } = await ask<{ questions: Question[] }>('*[_id == $id][0]', { id: exam.id })
    const [first, ...others] = questions
    const right = first?.choices.findIndex(({ correct }) => correct === true) ?? -1
    const choices = first?.choices.map((choice, index, all) => ({
      ...choice,
      correct: index === (right + 1) % all.length,
    }))
    return [{ ...first, choices }, ...others]
  }

  test('a member sits the exam', async () => {
    const member = await openWatchedPage(browser)
    await signIn(member.page, pack.site, 'Olive Sample')
    await member.page.goto(`${pack.site}${exam.path}exam/`)
    await choose(member.page, await questionsOf(pack.client(), exam.id), false)
    await send(member.page)
    await member.page.waitForURL(`${pack.site}/my-cet/attempts/*/`)
    await member.page.context().close()
  })

  test('what is only shown is published without more ado', async () => {
    const introduction = `${exam.introduction} Take your time.`
    await edit({ introduction })
    await open(exam.id, 'exam')
    await publishButton().click()
    await becomes('*[_id == $id][0].introduction', { id: exam.id }).toBe(introduction)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('a moved key says before it is published whom it concerns', async () => {
    await edit({ questions: await questionsWithAnotherKey() })
    await open(exam.id, 'exam')
    await publishByKeyboard()
    const shown = dialog('Publish a new version of this exam?')
    await shown.getByText('1 member has sent 1 attempt; 0 passed.').waitFor()
    await shown.getByText(/^Question 1 .*correct is now “.*”; it was “.*”\.$/).waitFor()
    await shown.getByText(/Members who have sent answers keep their result/).waitFor()
    expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([])
    expect(await versionsOf(exam.id)).toHaveLength(2)
  })

  test('cancelling it changes nothing and leads back to where one was', async () => {
    await page.keyboard.press('Escape')
    await dialog('Publish a new version of this exam?').waitFor({ state: 'detached' })
    await eventually('the focus to be back', async () =>
      (await publishButton().evaluate((button) => button === document.activeElement)) ? true : undefined,
    )
    expect(await versionsOf(exam.id)).toHaveLength(2)
    expect(await ask('count(*[_type == "regradeRequest"])')).toBe(0)
  })

  test('with a regrade asked for by keyboard alone, the request is made when the exam is published', async () => {
    await publishByKeyboard()
    const shown = dialog('Publish a new version of this exam?')
    const regrade = shown.getByRole('checkbox', { name: 'Ask for a regrade of earlier attempts' })
    await regrade.focus()
    await page.keyboard.press('Space')
    expect(await regrade.isChecked()).toBe(true)
    await shown.getByRole('button', { name: 'Publish a new version' }).focus()
    await page.keyboard.press('Enter')
    await becomes('*[_id in [$id, "drafts." + $id]]._id', { id: exam.id }).toEqual([exam.id])
    await becomes(
      '*[_type == "regradeRequest"]{"exam": exam._ref, state, "changes": count(changes)}',
    ).toEqual([{ exam: exam.id, state: 'open', changes: 1 }])
    await page.getByText('The regrade is requested').waitFor()
  })

  test('the Worker then has a second version, and the attempt stays with the first', async () => {
    const answer = await eventually(
      'the release of the new version',
      async () => {
        const [token, url] = [examUseToken(data), `${pack.site}/api/exams/${exam.id}/use`]
        const use = await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json()
        return use.versions === 2 ? use : undefined
      },
      60_000,
    )
    expect(answer).toEqual({ versions: 2, attempts: 1, attemptsAtCurrentVersion: 0, members: 1, passed: 0 })
  })

  test('the request is listed under “Needs attention”, and goes when it is done', async () => {
    await page.goto(`${pack.studio}/structure/attention`)
    const row = page
      .getByTestId('attention')
      .getByRole('listitem')
      .filter({ hasText: 'A regrade was requested' })
    await row.first().waitFor()
    expect(await row.first().getByRole('link').textContent()).toBe(exam.title)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityFaults(page, '[data-testid="attention"]'), colorScheme).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await pack.client().patch({ query: '*[_type == "regradeRequest"]' }).set({ state: 'done' }).commit()
    await row.first().waitFor({ state: 'detached' })
  })

  test('an exam that an article has is not unpublished: the article is named, and can be opened', async () => {
    await open(exam.id, 'exam')
    await page.getByTestId('document-header-Published-chip').click()
    await page.getByTestId('action-unpublish').click()
    const shown = dialog('This cannot be unpublished yet')
    const link = shown.getByRole('link', { name: /Article · published$/ })
    await link.waitFor()
    expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([])
    await link.click()
    await shown.waitFor({ state: 'detached' })
    await page.getByTestId('field-standfirst').waitFor()
    expect(page.url()).toContain(article)
    expect(await versionsOf(exam.id)).toEqual([exam.id])
  })

  test('a pack lists its articles in its order, and takes in a new one', async () => {
    const [first] = await ask<{ id: string; title: string; items: { type: string; title: string }[] }[]>(
      '*[_type == "pack"]{"id": _id, title, "items": items[]->{"type": _type, title}}',
    )
    if (first === undefined) throw new Error('there is no pack')
    const articles = first.items.filter(({ type }) => type === 'article').map(({ title }) => title)
    await page.goto(`${pack.studio}/structure/packs`)
    await page.getByRole('link', { name: new RegExp(first.title) }).click()
    await page.getByRole('link', { name: 'Articles', exact: true }).click()
    const contents = page.getByTestId('pack-contents')
    await contents.getByRole('heading', { name: 'In this pack' }).waitFor()
    const inside = contents.getByRole('region', { name: 'In this pack' }).getByRole('listitem')
    await expect
      .poll(async () =>
        (await inside.allTextContents()).map((text) => articles.find((each) => text.includes(each))),
      )
      .toEqual(articles)

    await contents.getByRole('link', { name: 'New article' }).click()
    await page.getByTestId('field-title').getByTestId('string-input').fill('A new article')
    await contents.getByRole('button', { name: 'Add “A new article” to this pack' }).click()
    await inside.filter({ hasText: 'A new article' }).waitFor()
    await becomes('*[_id == "drafts." + $id][0].items[-1]{_weak, "type": _strengthenOnPublish.type}', {
      id: first.id,
    }).toEqual({ _weak: true, type: 'article' })
    expect(await accessibilityFaults(page, '[data-testid="pack-contents"]')).toEqual([])
  })

  test('on a phone nothing is cut off', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${pack.studio}/structure/attention`)
    await page.getByTestId('attention').getByRole('link', { name: 'A new article' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  test('all that caused no error and no request outside this machine', () => {
    expect(unexpectedErrors(watched.errors)).toEqual([])
    expect(watched.outside).toEqual([])
  })
})

function examUseToken(data: string): string {
  const installation: unknown = JSON.parse(readFileSync(join(data, 'installation.json'), 'utf8'))
  if (typeof installation === 'object' && installation !== null && 'examUseToken' in installation) {
    return String(installation.examUseToken)
  }
  throw new Error('installation.json holds no token for counts')
}
