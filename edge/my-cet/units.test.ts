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
      unit: ['competency-1', 'competency-3'],
    })
    expect(await ways(member)).toEqual([
      'By your own entry',
      'In your plan: Lens care or 1 more for Ocular disease',
      'By your own entry',
    ])
  })
})
