import { describe, expect, test } from 'vitest'
import { changePack } from '../test-support/changed-pack.ts'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'

const states = async (page: string) =>
  (await elementsOf(page, '[data-unit]')).map(({ attributes }) => [
    attributes['data-unit'],
    attributes['data-state'],
  ])

describe('My CET', () => {
  test('tells a newcomer what they lack, and that elsewhere is not known', async () => {
    const { page } = await memberAtHome()
    const html = await page('/my-cet/')
    expect((await elementsOf(html, '[data-missing]')).map(({ text }) => text)).toEqual([
      'You still lack 3 competencies, 36 points (at least 18 of them interactive), 6 points of the minimum for 2021 and a peer review.',
    ])
    expect(html).toContain('knows only what you have done here')
    expect(await states(html)).toEqual([
      ['competency-1', 'missing'],
      ['competency-2', 'missing'],
      ['competency-3', 'missing'],
    ])
  })

  test('counts what an exam gave', async () => {
    const { page, sit } = await memberAtHome()
    await sit('exam-tear-film')
    const html = await page('/my-cet/')
    expect(await states(html)).toEqual([
      ['competency-1', 'here'],
      ['competency-2', 'here'],
      ['competency-3', 'missing'],
    ])
    expect((await elementsOf(html, '[data-aspect="points"] span'))[0]?.text).toBe(
      '1 of 36: 1 here, 0 elsewhere. 35 missing.',
    )
    expect((await elementsOf(html, '[data-unit="competency-1"]'))[0]?.text).toContain('Done here')
  })

  test('shows a member with two types both, and counts a point for those that it is for', async () => {
    const { page, sit } = await memberAtHome({ registrantTypes: ['optometrist', 'dispensing-optician'] })
    await sit('exam-low-vision')
    const html = await page('/my-cet/')
    expect(
      (await elementsOf(html, '[data-missing]')).map(({ attributes }) => attributes['data-missing']),
    ).toEqual(['optometrist', 'dispensing-optician'])
    expect((await elementsOf(html, '[data-aspect="points"] span')).map(({ text }) => text)).toEqual([
      '0 of 36: 0 here, 0 elsewhere. 36 missing.',
      '1 of 36: 1 here, 0 elsewhere. 35 missing.',
    ])
    expect(await states(html)).toContainEqual(['competency-4', 'here'])
  })

  test('tells who joined part-way that less may be asked, without having to open anything', async () => {
    const { page, site } = await memberAtHome()
    expect(await page('/my-cet/')).not.toContain('art-way')
    changePack(site, (facts) => ({
      ...facts,
      requirements: facts.requirements.map((each) => ({ ...each, partWay: 'A point a month.' })),
    }))
    const html = await page('/my-cet/')
    expect(html).toContain(
      'Joined part-way through the cycle? <a href="#requirements">Less may be asked of you.',
    )
    const [shown] = await elementsOf(html, '.cet-type > [data-part-way]')
    expect(shown?.text).toMatch(/less may be asked of you than this page counts with\. A point a month\.$/)
  })

  test('says that no exam gives interactive points only where none does', async () => {
    const { page, post, site } = await memberAtHome()
    await post('/my-cet/elsewhere/', { 'points.optometrist': '20' })
    const told = async () => (await elementsOf(await page('/my-cet/'), '[data-interactive]'))[0]?.text
    const lacking = 'You still lack 18 interactive points and 1 peer review.'
    expect(await told()).toBe(`${lacking} No exam of this pack can give that.`)
    changePack(site, (facts) => ({
      ...facts,
      items: facts.items.map((item) => ({ ...item, pointType: 'interactive' })),
    }))
    expect(await told()).toBe(lacking)
  })

  test('says of a point for other types that it counts for none', async () => {
    const { page, sit } = await memberAtHome()
    await sit('exam-low-vision')
    expect(await page('/my-cet/')).toContain('counted for none: Exam: exam-low-vision')
  })

  test('shows all types to a member of no known type, and asks', async () => {
    const { page } = await memberAtHome({ registrantTypes: [] })
    const html = await page('/my-cet/')
    expect((await states(html)).length).toBe(4)
    expect(html).toContain('does not say which kind of registrant')
  })

  test('says how long is left by London’s calendar', async () => {
    const { page } = await memberAtHome()
    const times = await elementsOf(await page('/my-cet/'), '.cet-dates dd')
    expect(times.map(({ text }) => text)).toEqual([
      '28 December 2021, end of the day, UK time: 12 weeks and 1 day left',
      '31 December 2021, end of the day, UK time: 12 weeks and 4 days left',
      '31 December 2021, end of the day, UK time: 12 weeks and 4 days left',
    ])
  })

  test('leaves somebody without entitlement their record and no link that would refuse them', async () => {
    const { page, get } = await memberAtHome({ entitlement: undefined })
    const html = await page('/my-cet/')
    expect(html).toContain('Your record, without the pack')
    const links = (await elementsOf(html, 'main a')).map(({ attributes }) => attributes['href'] ?? '')
    expect(links.length).toBeGreaterThan(3)
    for (const link of links.filter((href) => href.startsWith('/my-cet/'))) {
      expect((await get(link.replace(/#.*/, ''))).status, link).not.toBe(403)
    }
    expect(links.filter((href) => href.startsWith('/cet/active/'))).toEqual(['/cet/active/'])
    expect(html).toContain('Lens care')
  })

  test('is nobody’s without a session', async () => {
    const { site } = await memberAtHome()
    const answer = await site.fetch('/my-cet/', { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/sign-in?to=%2Fmy-cet%2F')
  })
})
