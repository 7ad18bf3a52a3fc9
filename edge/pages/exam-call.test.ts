import { expect, test } from 'vitest'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'

const item = '/cet/active/tear-film/'

test('an item’s page asks to take its exam as long as it can be taken', async () => {
  const { page, sit } = await memberAtHome()
  await sit('exam-tear-film', false)
  const html = await page(item)
  expect(html).toContain(`<a data-slot="exam-call" href="${item}exam/">Take the exam</a>`)
  expect(html).toContain('Next: take the exam')
})

test('an item’s page leads to the result of an exam that was passed', async () => {
  const { page, sit } = await memberAtHome()
  const attempt = await sit('exam-tear-film')
  const html = await page(item)
  expect(html).toContain(`href="/my-cet/attempts/${attempt}/">See your result</a>`)
  expect(html).not.toContain('ake the exam')
})

test('an item’s page says that its exam is closed, and the closed exam can be looked at', async () => {
  const { site } = await memberAtHome()
  site.now = Date.parse('2021-12-29T00:00:00Z')
  const { cookie } = await site.signIn()
  const html = await (await site.fetch(item, { headers: { cookie } })).text()
  expect(html).toContain(`href="${item}exam/">Look at the exam (closed)</a>`)
  expect((await elementsOf(html, '[data-slot="exam-call-title"]'))[0]?.text).toBe('The exam')
})
