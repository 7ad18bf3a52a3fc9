import { describe, expect, test } from 'vitest'
import { dataset, pack, ref } from './test-support/samples.ts'
import { validate } from './test-support/validate.ts'

const all = [...dataset, { _id: 'article-red-eye', _type: 'article', title: 'Red eye' }]

describe('a pack', () => {
  test('without fault may be published', async () => {
    expect(await validate(pack(), all)).toEqual([])
  })

  test('may open and close on the same day', async () => {
    expect(await validate(pack({ closesOn: '2021-09-06' }), all)).toEqual([])
  })

  test('may not close before it opens', async () => {
    expect(await validate(pack({ closesOn: '2021-09-05' }), all)).toEqual([
      'error closesOn: The pack would close before it opens. Choose the opening day or a later one.',
    ])
  })

  test('needs a time zone that exists', async () => {
    expect(await validate(pack({ timeZone: 'Europe/Londn' }), all)).toEqual([
      'error timeZone: “Europe/Londn” is not a time zone. Write an IANA name such as Europe/London.',
    ])
  })

  test('lists an item once', async () => {
    const twice = [ref('article-red-eye'), { ...ref('article-red-eye'), _key: 'again' }]
    const faults = await validate(pack({ items: twice }), all)
    expect(new Set(faults.map((fault) => fault.replace(/^.*?: /, '')))).toEqual(
      new Set(['This item is listed twice. Remove one of them.']),
    )
  })

  test('does not share its address with another pack', async () => {
    const other = { ...pack(), _id: 'pack-other' }
    expect((await validate(pack(), [...all, other]))[0]).toMatch(/^error slug: .*already in use/)
  })
})
