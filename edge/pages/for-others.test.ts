import { describe, expect, test } from 'vitest'
import { changePack } from '../test-support/changed-pack.ts'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'
import { rightAnswers, sampleExam } from '../test-support/sample-exam.ts'
import { origin } from '../test-support/site-under-test.ts'

const sentence =
  'This exam is for dispensing opticians. You are registered as an optometrist: it gives you no point that counts.'
const item = '/cet/active/low-vision/'
const warnings = async (page: string) =>
  (await elementsOf(page, '[data-slot="not-for-you"] .panel')).map(({ text }) => text)

describe('an exam for other registrant types than the member’s', () => {
  test('is warned of on the page of its item and on its own, and announced on neither', async () => {
    const { page } = await memberAtHome()
    for (const path of [item, `${item}exam/`]) {
      const html = await page(path)
      expect(await warnings(html), path).toEqual([
        `Not for your registrant type ${sentence} You can read it and sit it all the same.`,
      ])
      expect(await elementsOf(html, '[data-slot="not-for-you"] [role]')).toEqual([])
      expect(
        await elementsOf(html, '[data-slot="not-for-you"] section[aria-labelledby="not-for-you"]'),
      ).toHaveLength(1)
    }
  })

  test('is not offered once it cannot be sat', async () => {
    const { site } = await memberAtHome()
    site.now = Date.parse('2021-12-29T00:00:00Z')
    const later = await site.signIn()
    const html = await (await site.fetch(item, { headers: { cookie: later.cookie } })).text()
    expect(await warnings(html)).toEqual([`Not for your registrant type ${sentence}`])
  })

  test('gives, once passed, a point of which result and My CET say the same', async () => {
    const { page, sit } = await memberAtHome()
    const attempt = await sit('exam-low-vision')
    const result = await page(`/my-cet/attempts/${attempt}/`)
    expect((await elementsOf(result, '.dates dd'))[0]?.text).toBe(`1 point, non-interactive. ${sentence}`)
    expect(result).not.toContain('towards your total')
    expect(result).not.toContain('MyGOC')
    const home = await page('/my-cet/')
    const [point] = await elementsOf(home, '[data-point]')
    expect(point?.text).toContain(
      `Not counted. ${sentence} It stays on your record, and there is nothing to do.`,
    )
    expect(point?.text).not.toContain('accept')
    expect(home).toContain('counted for none: Exam: exam-low-vision')
    expect((await elementsOf(home, '[data-points]'))[0]?.text).toBe('1 point')
    expect(home).toContain('earned from this pack, 1 of it for other registrant types than yours.')
    const cells = await elementsOf(await page('/my-cet/statement/'), 'tbody td')
    expect(cells.map(({ text }) => text)).toContain('Not counted')
  })

  test('once passed, is refused in words that promise no point', async () => {
    const { page, site, cookie, sit } = await memberAtHome()
    const failed = await sit('exam-low-vision', false)
    const attempt = await sit('exam-low-vision')
    expect(await page(`/my-cet/attempts/${failed}/`)).toContain(
      'the attempt that passed</a> is on your record.',
    )
    const html = await page(`${item}exam/`)
    expect(await warnings(html)).toEqual([`Not for your registrant type ${sentence}`])
    const [panel] = await elementsOf(html, '[data-refused]')
    expect(panel?.text).toBe(
      'Passed You have passed this exam before, and need not sit it again. Your result',
    )
    const sent = await site.fetch('/api/exams/exam-low-vision/attempts', {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ attempt: crypto.randomUUID(), version: 'a'.repeat(64), answers: rightAnswers }),
    })
    expect(await sent.json()).toMatchObject({
      code: 'submission/already-passed',
      detail: 'You have passed this exam before, and need not sit it again.',
      remedy: 'What you earned is on your record: open your result for the details.',
      link: `/my-cet/attempts/${attempt}/`,
    })
  })

  test('is for a member who told their types themselves as for one whose provider did', async () => {
    const { page, post } = await memberAtHome({ registrantTypes: [] })
    expect(await warnings(await page(item))).toEqual([])
    await post('/my-cet/elsewhere/', { save: 'types', type: ['optometrist'] })
    expect((await warnings(await page(item)))[0]).toContain('You told us that you are an optometrist: ')
    expect(await page('/cet/active/')).toContain('state-not-for-you')
  })
})

test('an exam that was passed when it was for the member’s type gets no warning afterwards', async () => {
  const { page, site, sit } = await memberAtHome()
  const names = await site.release([{ version: sampleExam('exam-low-vision') }])
  const attempt = await sit('exam-low-vision', true, names.get('exam-low-vision'))
  expect(await page(`/my-cet/attempts/${attempt}/`)).toContain('towards your total')
  for (const path of [item, `${item}exam/`]) expect(await warnings(await page(path)), path).toEqual([])
})

test('an exam with a competency of the member’s type gives them a point, although its item is for others', async () => {
  const { page, site, sit } = await memberAtHome()
  changePack(site, (facts) => ({
    ...facts,
    items: facts.items.map((each) =>
      each.path === item ? { ...each, units: [...each.units, 'competency-1'] } : each,
    ),
  }))
  const names = await site.release([{ version: sampleExam('exam-low-vision') }])
  const saysNothing = async () => {
    for (const path of [item, `${item}exam/`]) expect(await warnings(await page(path)), path).toEqual([])
    expect(await page('/cet/active/')).not.toContain('state-not-for-you')
  }
  await saysNothing()
  const attempt = await sit('exam-low-vision', true, names.get('exam-low-vision'))
  expect(await page(`/my-cet/attempts/${attempt}/`)).toContain('towards your total')
  await saysNothing()
})

test.for([
  ['of one of its types', { registrantTypes: ['optometrist', 'dispensing-optician'] }],
  ['of no known type', { registrantTypes: [] }],
] as const)('a member %s gets no warning', async ([, { registrantTypes }]) => {
  const { page, sit } = await memberAtHome({ registrantTypes: [...registrantTypes] })
  expect(await warnings(await page(item))).toEqual([])
  expect(await warnings(await page(`${item}exam/`))).toEqual([])
  const attempt = await sit('exam-low-vision')
  expect(await page(`/my-cet/attempts/${attempt}/`)).toContain('towards your total')
  expect(await page('/my-cet/')).toContain('Awarded.')
})
