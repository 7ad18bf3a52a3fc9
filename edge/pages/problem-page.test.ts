import { describe, expect, test } from 'vitest'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'

describe('a page for what is not there says where it leads', () => {
  test.for([
    [`attempts/${crypto.randomUUID()}/`, 'My CET', '/my-cet/'],
    ['certificates/nothing/', 'Your certificates', '/my-cet/certificates/'],
    [`goals/${crypto.randomUUID()}/`, 'Your goals', '/my-cet/goals/'],
  ])('%s: %s', async ([path, words, href]) => {
    const member = await memberAtHome()
    const answer = await member.get(`/my-cet/${path}`)
    expect(answer.status).toBe(404)
    expect(await elementsOf(await answer.text(), 'main a.button')).toEqual([
      { attributes: { class: 'button', href }, text: words },
    ])
  })
})
