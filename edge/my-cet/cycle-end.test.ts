import { describe, expect, test } from 'vitest'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'

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
    const statement = await member.page('/my-cet/statement/')
    expect(statement).toContain('Optometrist: nothing that is asked for is missing')
  })
})
