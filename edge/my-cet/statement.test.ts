import { expect, test } from 'vitest'
import { sampleFacts } from '../../core/test-support/pack-facts.ts'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'
import { openRoom } from './room.ts'
import { statement } from './statement.ts'

test('the statement tells what was recorded here and what the member says, apart', async () => {
  const member = await memberAtHome()
  await member.sit('exam-tear-film')
  await member.post('/my-cet/elsewhere/', {
    'points.optometrist': '20.5',
    'interactive.optometrist': '18',
    'thisYear.optometrist': '6',
    'peerReviews.optometrist': '1',
    unit: ['competency-3'],
  })
  const html = await member.page('/my-cet/statement/')
  expect(
    (await elementsOf(html, '.cet-statement dl:first-of-type dd')).map(({ text }) => text).slice(0, 5),
  ).toEqual([
    'Olive Sample',
    '01-00000-SAMPLE',
    'Optometrist',
    'Sample cycle: 1 January 2019 to 31 December 2021',
    '4 October 2021 at 13:00, UK time',
  ])
  expect(
    (await elementsOf(html, '.cet-statement tbody th, .cet-statement tbody td')).map(({ text }) => text),
  ).toEqual([
    'Exam: exam-tear-film',
    'Awarded',
    '1',
    'non-interactive',
    '4 October 2021 at 13:00',
    'C-13861 O/D',
  ])
  const text = (await elementsOf(html, '.cet-statement'))[0]?.text ?? ''
  expect(text).toContain('Recorded hereOcular examination and Ocular disease')
  expect(text).toContain('Elsewhere, own entryContact lenses')
  expect(text).toContain('Optometrist: 20.5 points, 18 of them interactive; 6 in 2021; peer reviews: 1')
  expect(text).toContain('Optometrist: missing 14.5 points')
})

test('the sum of a statement tells which points are for other registrant types, as My CET does', async () => {
  const member = await memberAtHome()
  await member.sit('exam-low-vision')
  const sums = async () =>
    (await elementsOf(await member.page('/my-cet/statement/'), '.cet-statement ul li'))[0]?.text
  expect(await sums()).toBe('1 point, non-interactive, 1 of it for other registrant types than the member’s')
  expect(await member.page('/my-cet/')).toContain('1 of it for other registrant types than yours')
  await member.sit('exam-tear-film')
  expect(await sums()).toMatch(/^2 points, non-interactive, 1 of them for other/)
})

test('the statement tells who named the registrant types', async () => {
  const member = await memberAtHome({ registrantTypes: [] })
  const types = async () =>
    (await elementsOf(await member.page('/my-cet/statement/'), '.cet-statement dl:first-of-type dd'))[2]?.text
  expect(await types()).toBe('Not known here')
  await member.post('/my-cet/elsewhere/', { save: 'types', type: ['optometrist', 'dispensing-optician'] })
  expect(await types()).toBe('Optometrist and Dispensing optician (by the member’s own word)')
})

test('the statement calls specialist points what the requirement calls them', async () => {
  const { site, id } = await memberAtHome()
  const member = {
    id,
    name: 'Olive Sample',
    gocNumber: undefined,
    entitlement: undefined,
    registrantTypes: [],
  }
  const room = await openRoom(site.edge, member)
  const said = { points: 20, interactive: 10, specialist: 16, thisYear: 6, peerReviews: 0 }
  const points = [{ registrantType: 'prescriber', ...said }]
  const told = { ...room, facts: sampleFacts, elsewhere: { ...room.elsewhere, points, year: 2021 } }
  expect(String(await statement(told, 'https://site.example'))).toContain(
    'Therapeutic prescriber: 20 points, 10 of them interactive; 6 in 2021; therapeutic points: 16</li>',
  )
})

test('the statement says what hangs on points that nobody has accepted yet', async () => {
  const member = await memberAtHome()
  await member.post('/my-cet/elsewhere/', {
    'points.optometrist': '36',
    'interactive.optometrist': '18',
    'thisYear.optometrist': '6',
    'peerReviews.optometrist': '1',
    unit: ['competency-3'],
  })
  await member.sit('exam-tear-film')
  expect(await member.page('/my-cet/statement/')).toContain(
    'nothing that is asked for is missing, if every point recorded here is accepted</li>',
  )
  const [point] = await elementsOf(await member.page('/my-cet/'), '[data-point]')
  await member.post(`/my-cet/points/${point?.attributes['data-point']}/accepted`)
  expect(await member.page('/my-cet/statement/')).toContain('nothing that is asked for is missing</li>')
})
