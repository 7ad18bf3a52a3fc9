import { describe, expect, test } from 'vitest'
import type { PackFacts } from '../../core/index.ts'
import { sampleFacts } from '../../core/test-support/pack-facts.ts'
import { stillToDo } from '../pages/cycle-end.ts'
import { changePack } from '../test-support/changed-pack.ts'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'
import { openSite } from '../test-support/site-under-test.ts'

type Recording = PackFacts['scheme']['recording']

const everything = {
  'points.optometrist': '36',
  'interactive.optometrist': '18',
  'thisYear.optometrist': '6',
  'peerReviews.optometrist': '1',
  unit: ['competency-1', 'competency-2', 'competency-3'],
}

describe.each(['2022-01-01T00:00:30Z', '2022-03-01T12:00:00Z'])('after the cycle, at %s', (instant) => {
  test('nothing new is lacked by somebody who had everything', async () => {
    const member = await memberAtHome()
    await member.post('/my-cet/elsewhere/', everything)
    await member.comeBack(instant)
    const html = await member.page('/my-cet/')
    expect(html).not.toContain('2022: ')
    expect(html).not.toContain('minimum for')
    const [year] = await elementsOf(html, '[data-aspect="this-year"]')
    expect(year?.text).toMatch(/^Points in 2021\s*6 of 6: 0 here, 6 elsewhere\. Met\.$/)
    const [missing] = await elementsOf(html, '[data-missing]')
    expect(missing?.text).toBe('You had everything that was asked for, if every point was accepted.')
    const statement = await member.page('/my-cet/statement/')
    expect(statement).toContain('Optometrist: nothing that is asked for is missing')
    expect(statement).toContain('1 January 2019 to 31 December 2021 (over)')
  })

  test('every part of the page says that the cycle is over, and asks for nothing that is too late', async () => {
    const member = await memberAtHome()
    await member.post('/my-cet/elsewhere/', { 'points.optometrist': '20', 'interactive.optometrist': '18' })
    await member.comeBack(instant)
    const html = await member.page('/my-cet/')
    expect((await elementsOf(html, '#missing'))[0]?.text).toBe('How the cycle ended')
    expect(html).toContain(
      'Sample cycle is over: it ended on 31 December 2021. The last day for accepting points was 31 December 2021.',
    )
    expect((await elementsOf(html, '[data-missing]'))[0]?.text).toBe(
      'You lacked 3 competencies, 16 points, 6 points of the minimum for 2021 and a peer review.',
    )
    expect(html).toContain('it ended on 31 December 2021. Nothing more can be earned for it.')
    expect((await elementsOf(html, '[data-unit="competency-1"]'))[0]?.text).toBe(
      '○ Ocular examination Missing',
    )
    expect(html.match(/The cycle is over/g)).toHaveLength(1)
    expect((await elementsOf(html, 'section[aria-labelledby="units"] > p'))[0]?.text).toBe(
      'The cycle is over: what is missing here can no longer be done for it.',
    )
    expect((await elementsOf(html, '[data-interactive]'))[0]?.text).toBe(
      'You lacked 1 peer review when the cycle ended.',
    )
    for (const words of [
      'still lack',
      'from elsewhere.</p>',
      'last days',
      'Next:',
      'Nothing soon',
      'then sit',
    ])
      expect(html).not.toContain(words)
    expect((await elementsOf(html, '[data-slot="what-next"]'))[0]?.text).toMatch(
      /^The last day for accepting points was 31 December 2021\. If you have accepted .+ write to us at help@example\.com\.$/,
    )
  })
})

test('until the cycle’s last day has ended, the pack’s own advice stands', async () => {
  const member = await memberAtHome()
  await member.comeBack('2021-12-31T23:59:59Z')
  const html = await member.page('/my-cet/')
  expect((await elementsOf(html, '[data-slot="what-next"]'))[0]?.text).toBe(
    'Do not leave this to the last days.',
  )
  expect((await elementsOf(html, '#missing'))[0]?.text).toBe('What you still lack')
  expect(html).toContain('What you still lack has to come from elsewhere.')
})

test('the result of a pass tells what can still be done instead of what would be too late', async () => {
  const member = await memberAtHome()
  const result = `/my-cet/attempts/${await member.sit('exam-tear-film')}/`
  const before = await member.page(result)
  expect(before).toContain('until you accept it on MyGOC, by 31 December 2021. What is not accepted')
  expect(before).toContain('<p>Do not leave that to the last days.</p>')
  await member.comeBack('2022-01-01T00:00:00Z')
  const html = await member.page(result)
  expect(html).toContain('The last day for accepting points was 31 December 2021.')
  expect(html).not.toContain('until you accept it')
  expect(html).not.toContain('We send')
})

test('nobody who passes near the end is told that MyGOC is closed, or that there is time', async () => {
  const member = await memberAtHome()
  await member.comeBack('2021-12-28T23:59:59Z')
  const html = await member.page(`/my-cet/attempts/${await member.sit('exam-tear-film')}/`)
  expect(html).not.toMatch(/MyGOC is closed/)
  expect(html).toContain(
    'up to ten working days, until 11 January 2022 or later where there are bank holidays, and points must be accepted by 31 December 2021. Look on MyGOC often',
  )
})

test('who has used all attempts is sent to other exams only while the pack lets them be sat', async () => {
  const member = await memberAtHome()
  const attempt = await member.sit('exam-tear-film', false)
  const result = `/my-cet/attempts/${attempt}/`
  for (let more = 0; more < 2; more += 1) await member.sit('exam-tear-film', false)
  expect(await member.page(result)).toContain('other exams of the pack</a> do')
  await member.comeBack('2021-12-29T00:00:00Z')
  const html = await member.page(result)
  expect(html).not.toContain('other exams of the pack</a> do')
  expect(html).toContain('has to come from elsewhere')
})

describe('the advice on accepting points that built pages give', () => {
  const advice = async (page: string) =>
    (await elementsOf(page, '[data-slot="acceptance"]')).map(({ text }) => text)

  test('stands until its last day has ended, and then gives way to what can still be done', async () => {
    const member = await memberAtHome()
    const paths = ['/', '/cet/active/tear-film/']
    await member.comeBack('2021-12-31T23:59:59Z')
    for (const path of paths) {
      const [told] = await advice(await member.page(path))
      expect(told, path).toMatch(/^Accept your points before the cycle ends\./)
    }
    await member.comeBack('2022-01-01T00:00:00Z')
    for (const path of paths) {
      const told = await advice(await member.page(path))
      expect(told, path).toEqual([
        'The last day for accepting points was 31 December 2021. If you have accepted a point on MyGOC, you can still say so under Points in My CET; if one never came, write to us at help@example.com.',
      ])
    }
  })

  test('gives way for visitors too, and is shown as text', async () => {
    const site = openSite()
    changePack(site, (facts) => ({ ...facts, contactEmail: 'help@<b>example.com' }))
    site.now = Date.parse('2022-01-01T00:00:00Z')
    const home = await (await site.fetch('/')).text()
    expect((await advice(home))[0]).toContain('write to us at help@&lt;b&gt;example.com.')
  })
})

describe('what can still be done', () => {
  const at = (now: string, cycle: Partial<PackFacts['cycle']>, recording: Recording = 'provider-uploads') => {
    const facts: PackFacts = {
      ...sampleFacts,
      cycle: { ...sampleFacts.cycle, ...cycle },
      scheme: { ...sampleFacts.scheme, recording },
    }
    return stillToDo(facts, Date.parse(now))
  }

  test('is to accept what waits, when the last day for that comes after the cycle', () => {
    expect(at('2022-01-31T23:59:59Z', { acceptBy: '2022-01-31' })).toMatch(
      /^Until the end of 31 January 2022/,
    )
    expect(at('2022-02-01T00:00:00Z', { acceptBy: '2022-01-31' })).toMatch(/was 31 January 2022\./)
    expect(at('2022-02-01T00:00:00Z', { acceptBy: undefined })).toMatch(/^Sign in to MyGOC and accept/)
  })

  test('is less already before the end, once the last day for accepting is over', () => {
    expect(at('2021-12-30T12:00:00Z', { acceptBy: '2021-12-28' })).toMatch(/was 28 December 2021\./)
    expect(at('2021-12-30T12:00:00Z', {})).toBeUndefined()
  })

  test('is to ask, where registrants record their points themselves', () => {
    expect(at('2021-12-30T12:00:00Z', { acceptBy: '2021-12-28' }, 'registrant-uploads')).toBeUndefined()
    expect(at('2022-01-01T00:00:00Z', {}, 'registrant-uploads')).toContain('ask the Sample regulator')
  })
})
