import { expect, test } from 'vitest'
import { changePack } from '../test-support/changed-pack.ts'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'

/** A member without a GOC number under a scheme whose registrants record their points themselves. */
const recordingMember = async () => {
  const member = await memberAtHome({ gocNumber: undefined })
  changePack(member.site, (facts) => ({
    ...facts,
    scheme: { ...facts.scheme, recording: 'registrant-uploads' },
    cycle: { ...facts.cycle, acceptBy: undefined },
  }))
  return { ...member, attempt: await member.sit('exam-tear-film') }
}

test('who records their points themselves is told so by the result, and not that anything is sent', async () => {
  const { page, attempt } = await recordingMember()
  const html = await page(`/my-cet/attempts/${attempt}/`)
  expect(html).toContain('Record what you earned with the Sample regulator yourself')
  expect(html).toContain('Your evidence is the certificate')
  expect(html).not.toMatch(/MyGOC|We send|accept|GOC number/)
})

test('My CET and the statement of who records their points themselves never speak of accepting or sending', async () => {
  const { page, post } = await recordingMember()
  await post('/my-cet/elsewhere/', {
    'points.optometrist': '36',
    'interactive.optometrist': '18',
    'thisYear.optometrist': '6',
    'peerReviews.optometrist': '1',
    unit: ['competency-1', 'competency-2', 'competency-3'],
  })
  const home = await page('/my-cet/')
  expect((await elementsOf(home, '[data-point]'))[0]?.text).toContain(
    'Earned. Record it with the Sample regulator yourself; your certificate is the evidence.',
  )
  const [missing] = await elementsOf(home, '[data-missing]')
  expect(missing?.text).toBe('You have everything that is asked for, once every point is recorded.')
  for (const { text } of await elementsOf(home, '[data-slot="record"], [data-slot="more"]')) {
    expect(text).not.toMatch(/accept|missing a point|sent/i)
  }
  expect((await elementsOf(home, '[data-point] details pre'))[0]?.text).toMatch(
    /^I have a question about a point\./,
  )
  expect(await page('/my-cet/statement/')).toContain(
    'A point counts with the Sample regulator only once it is recorded there.',
  )
})
