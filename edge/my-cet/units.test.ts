import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { elementsOf } from '../test-support/elements.ts'
import { type MemberAtHome, memberAtHome } from '../test-support/member-at-home.ts'

const ways = async (member: MemberAtHome) =>
  (await elementsOf(await member.page('/my-cet/'), '.cet-unit-how')).map(({ text }) => text)

describe('what is missing', () => {
  test('leads to the very items that the plan closes it with', async () => {
    const member = await memberAtHome()
    expect(await ways(member)).toEqual([
      'In your plan: Tear film',
      'In your plan: Tear film or 1 more for Ocular disease',
      'In your plan: Lens care',
    ])
  })

  test('leads to the plan’s item also where another stands before it in the pack', async () => {
    const member = await memberAtHome()
    await member.post('/my-cet/elsewhere/', {
      'points.optometrist': '36',
      'interactive.optometrist': '18',
      'thisYear.optometrist': '6',
      unit: ['competency-1', 'competency-3'],
    })
    expect(await ways(member)).toEqual([
      'By your own entry',
      'In your plan: Lens care or 1 more for Ocular disease',
      'By your own entry',
    ])
  })

  test('leads to no exam that refuses the member', async () => {
    const member = await memberAtHome()
    for (let attempt = 0; attempt < 3; attempt += 1) await member.sit('exam-tear-film', false)
    expect(await ways(member)).toEqual([
      'No exam that you can still sit covers it',
      'In your plan: Lens care',
      'In your plan: Lens care',
    ])
  })

  test.for([
    [
      'before the pack opens',
      '2021-08-31T22:59:59Z',
      ['Tear film', 'Tear film or 1 more for Ocular disease', 'Lens care'],
    ],
    ['after it closed', '2021-12-29T00:00:00Z', Array(3).fill('Has to come from elsewhere')],
  ] as const)('leads to what can count in time: %s', async ([, instant, expected]) => {
    const member = await memberAtHome()
    member.site.now = Date.parse(instant)
    await env.DB.prepare('UPDATE session SET started_at = ?1, last_seen_at = ?1 WHERE member = ?2')
      .bind(member.site.now, member.id)
      .run()
    expect(await ways(member)).toEqual(expected)
  })
})
