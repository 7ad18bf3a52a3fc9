import { describe, expect, test } from 'vitest'
import { planFewest } from '../../core/index.ts'
import { changePack } from '../test-support/changed-pack.ts'
import { elementsOf } from '../test-support/elements.ts'
import { type MemberAtHome, memberAtHome } from '../test-support/member-at-home.ts'
import { howSure } from './plan.ts'

const plan = async (member: MemberAtHome) => {
  const html = await member.page('/my-cet/')
  return {
    html,
    sum: (await elementsOf(html, '.cet-plan-sum'))[0]?.text,
    items: (await elementsOf(html, '[data-plan]')).map(({ attributes, text }) => [
      attributes['data-plan'],
      text.replace(/^.* points? /, ''),
    ]),
  }
}

describe('a plan that could not be compared with all others', () => {
  // Pairs around a ring: an optimum in halves proves nothing by itself.
  const ring = Array.from({ length: 9 }, (_, at) => ({
    id: `item-${at}`,
    units: [`unit-${at}`, `unit-${(at + 1) % 9}`],
    points: 1,
    minutes: 10 + at,
  }))
  const goal = { units: ring.map((_, at) => `unit-${at}`), points: [] }

  test('says so, with what is sure', () => {
    const cut = planFewest(goal, ring, 0)
    expect(cut.optimal).toBe(false)
    expect(howSure(cut)).toMatch(
      /There are too many ways to try them all: (fewer items might do|other items might take)/,
    )
    expect(howSure({ ...cut, atLeast: { items: cut.items.length - 1, minutes: 0 } })).toContain(
      `not fewer than ${cut.items.length - 1}.`,
    )
    expect(howSure({ ...cut, atLeast: { items: cut.items.length, minutes: 1 } })).toContain(
      'no fewer items do.',
    )
  })

  test('and says nothing of the sort where it could', () => {
    expect(howSure(planFewest(goal, ring))).toBe('')
  })
})

describe('the plan', () => {
  test('says until when points are sure to be there in time, and warns after that', async () => {
    const member = await memberAtHome()
    await member.comeBack('2021-12-13T23:59:00Z')
    expect((await plan(member)).html).toContain('Those that you earn by <strong>13 December 2021</strong>')
    await member.comeBack('2021-12-14T00:00:00Z')
    const late = (await plan(member)).html
    expect(late).toContain('one that you earn now may come after 31 December 2021')
    expect(late).not.toContain('13 December 2021')

    changePack(member.site, (facts) => ({
      ...facts,
      scheme: { ...facts.scheme, recording: 'registrant-uploads' },
    }))
    const own = (await plan(member)).html
    expect(own).toContain('Your plan')
    expect(own).not.toContain('ten working days')
  })

  test('is the fewest items that close what is missing, each with its reason', async () => {
    const member = await memberAtHome()
    const { sum, items, html } = await plan(member)
    expect(sum).toBe('2 items, about 35 min, close all 3 competencies that you lack and earn 2 points.')
    expect(items).toEqual([
      ['article-tear-film', 'The only one for Ocular examination; also closes Ocular disease.'],
      ['video-lens-care', 'The only one for Contact lenses.'],
    ])
    expect((await elementsOf(html, '[data-afterwards]'))[0]?.text).toContain(
      'After it you still lack 34 points',
    )
  })

  test('says what it looks at until points elsewhere are known', async () => {
    const member = await memberAtHome()
    const only = 'Until you tell us your points elsewhere, it looks at competencies only.</p>'
    expect((await plan(member)).html).toContain(`what you told us of elsewhere. ${only}`)
    await member.post('/my-cet/elsewhere/', { 'points.optometrist': '1' })
    expect((await plan(member)).html).toContain('what you told us of elsewhere.</p>')
  })

  test('is made anew after a pass', async () => {
    const member = await memberAtHome()
    await member.sit('exam-tear-film')
    const { sum, items } = await plan(member)
    expect(sum).toBe('1 item, about 15 min, closes the one competency that you lack and earns 1 point.')
    expect(items).toEqual([['video-lens-care', 'The only one for Contact lenses.']])
  })

  test('goes by points as well once elsewhere is known', async () => {
    const member = await memberAtHome()
    await member.post('/my-cet/elsewhere/', {
      'points.optometrist': '35',
      'interactive.optometrist': '18',
      'thisYear.optometrist': '6',
      unit: ['competency-1', 'competency-2', 'competency-3'],
    })
    const { sum, items } = await plan(member)
    expect(sum).toMatch(/^1 item, about \d+ min, earns 1 point\.$/)
    expect(items).toMatchObject([[expect.any(String), 'For its point.']])
    await member.post('/my-cet/elsewhere/', {
      'points.optometrist': '36',
      'interactive.optometrist': '18',
      unit: ['competency-1', 'competency-2', 'competency-3'],
    })
    expect((await plan(member)).sum).toMatch(/^2 items, about \d+ min, earn 2 points\.$/)
    await member.post('/my-cet/elsewhere/', {
      'points.optometrist': '36',
      'interactive.optometrist': '18',
      'thisYear.optometrist': '6',
      unit: ['competency-1', 'competency-2', 'competency-3'],
    })
    expect((await plan(member)).html).toContain('You lack nothing that an exam of this pack could give.')
  })

  test('does not take the interactive points for what must come from elsewhere beside them', async () => {
    const member = await memberAtHome()
    await member.post('/my-cet/elsewhere/', { 'points.optometrist': '10' })
    const beside =
      'more than these exams can give must come from elsewhere, on top of the interactive points that you lack.'
    expect((await plan(member)).html).toContain(`6 points ${beside}`)
    await member.post('/my-cet/elsewhere/', { 'points.optometrist': '30', 'interactive.optometrist': '18' })
    expect((await plan(member)).html).toContain(
      '4 points more than these exams can give must come from elsewhere.',
    )
  })

  test('says what no exam can close, and which meeting does', async () => {
    const member = await memberAtHome()
    for (let attempt = 0; attempt < 3; attempt += 1) await member.sit('exam-tear-film', false)
    const { sum, html } = await plan(member)
    expect(sum).toContain('closes 2 of the 3 competencies that you lack')
    const [left] = await elementsOf(html, '.panel-warning li')
    expect(left?.text).toBe('Ocular examination: covered by Sample webinar (10 November 2021 at 18:30).')
    expect(await elementsOf(html, '[href="/cet/interactive/#opportunity-webinar"]')).toHaveLength(1)
  })

  test('names no meeting of the next cycle for what no exam can close', async () => {
    const member = await memberAtHome()
    changePack(member.site, (facts) => ({
      ...facts,
      opportunities: facts.opportunities.map((each) => ({ ...each, startsAt: '2022-01-10T18:30:00Z' })),
    }))
    for (let attempt = 0; attempt < 3; attempt += 1) await member.sit('exam-tear-film', false)
    const [left] = await elementsOf((await plan(member)).html, '.panel-warning li')
    expect(left?.text).toBe(
      'Ocular examination: look for it at another provider, in time for the end of 31 December 2021.',
    )
  })

  test('does not say that nothing is lacked while points elsewhere are unknown', async () => {
    const member = await memberAtHome()
    await member.sit('exam-tear-film')
    await member.sit('exam-lens-care')
    const { html } = await plan(member)
    expect((await elementsOf(html, '[data-missing]'))[0]?.text).toContain('You still lack 34 points')
    expect(html).not.toContain('You lack nothing')
    expect(html).toContain('once you have <a href="/my-cet/elsewhere/">told it your points elsewhere</a>')
  })

  test('is for the days on which the pack is open', async () => {
    const member = await memberAtHome()
    const at = async (instant: string) => {
      await member.comeBack(instant)
      return plan(member)
    }
    expect((await at('2021-08-31T22:59:59Z')).html).toContain('The pack opens on 1 September 2021.')
    expect((await at('2021-12-28T23:59:59Z')).items).toHaveLength(2)
    const after = await at('2021-12-29T00:00:00Z')
    expect(after.items).toEqual([])
    expect(after.html).toContain(
      'The pack closed at the end of 28 December 2021. What you still lack has to come from elsewhere.',
    )
    await member.post('/my-cet/elsewhere/', {
      'points.optometrist': '36',
      'interactive.optometrist': '18',
      'thisYear.optometrist': '6',
      'peerReviews.optometrist': '1',
      unit: ['competency-1', 'competency-2', 'competency-3'],
    })
    expect((await at('2021-12-29T00:00:00Z')).html).not.toContain(
      'What you still lack has to come from elsewhere',
    )
  })
})
