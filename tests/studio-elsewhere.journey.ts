import { afterAll, beforeAll, expect, test } from 'vitest'
import { article, dataset } from '../schemas/test-support/samples.ts'
import { launchChromium, openWatchedPage } from './support/chromium.ts'
import { startTestStudio, type TestStudio } from './support/studio.ts'
import { unexpectedErrors } from './support/studio-noise.ts'

let studio: TestStudio

beforeAll(async () => {
  studio = await startTestStudio({ projectId: 'otherproject', dataset: 'staging' })
  const seed = studio.lake.client.transaction()
  for (const document of [...dataset, article({ _id: 'article-red-eye' })]) seed.createOrReplace(document)
  await seed.commit()
})

afterAll(() => studio?.[Symbol.asyncDispose]())

test('another project and dataset need other variables and nothing else, in three tabs at once', async () => {
  const browser = await launchChromium()
  try {
    const { page, errors, outside } = await openWatchedPage(browser)
    const address = `${studio.url}/structure/survival-pack;article;article-red-eye`
    const tabs = [page, await page.context().newPage(), await page.context().newPage()]
    // Three tabs hold many more event streams than the six connections that a browser opens to one host.
    for (const [index, tab] of tabs.entries()) {
      await tab.goto(address)
      const title = `Title from tab ${index + 1}`
      await tab.getByTestId('field-title').getByTestId('string-input').fill(title)
      await expect
        .poll(() => studio.lake.client.fetch('*[_id == "drafts.article-red-eye"][0].title'))
        .toBe(title)
    }
    await page.bringToFront()
    const seen = page.getByTestId('field-title').getByTestId('string-input')
    await expect.poll(() => seen.inputValue()).toBe('Title from tab 3')
    expect(unexpectedErrors(errors)).toEqual([])
    expect(outside).toEqual([])
    expect(studio.lake.complaints()).toEqual([])
  } finally {
    await browser.close()
  }
})
