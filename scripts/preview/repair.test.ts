import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemsOf, withoutBroken } from './repair.ts'

const item = (id: string, said: string, exam = `exam-${id}`) => ({
  _id: id,
  _type: 'article',
  title: `${id} ${said}`,
  exam: { _id: exam, title: `${exam} ${said}` },
})
const site = (said: string, items = [item('a', said), item('b', said)]) => ({
  _id: 'siteSettings',
  title: `site ${said}`,
  activePack: {
    _id: 'pack',
    title: `pack ${said}`,
    framework: { _id: 'framework', title: said, cycle: { _id: 'cycle', title: said } },
    items,
  },
  opportunities: [{ _id: 'o1', title: said }],
})
const draft = site('draft')
const published = site('published')
const repaired = (...broken: string[]) => withoutBroken(draft, published, new Set(broken))

describe('broken drafts give way to what is published', () => {
  test('nothing broken: everything as drafted', () => {
    expect(repaired()).toEqual(draft)
  })

  test.each([
    ['siteSettings', { title: 'site published', activePack: draft.activePack }],
    ['pack', { title: 'site draft', activePack: { title: 'pack published', items: draft.activePack.items } }],
    ['cycle', { activePack: { framework: { title: 'published', cycle: { title: 'published' } } } }],
    ['framework', { activePack: { title: 'pack draft', framework: { title: 'published' } } }],
    ['a', { activePack: { items: [{ title: 'a published' }, { title: 'b draft' }] } }],
    [
      'exam-b',
      {
        activePack: {
          items: [{ title: 'a draft' }, { title: 'b draft', exam: { title: 'exam-b published' } }],
        },
      },
    ],
    ['o1', { opportunities: [{ title: 'published' }] }],
  ])('%s', (broken, expected) => {
    expect(repaired(broken)).toMatchObject(expected)
  })

  test('an item that was never published is left out', () => {
    const more = site('draft', [item('a', 'draft'), item('new', 'draft')])
    const shown = withoutBroken(more, published, new Set(['new']))
    expect(shown).toMatchObject({ activePack: { items: [{ _id: 'a' }] } })
    expect(itemsOf((shown as typeof more).activePack)).toHaveLength(1)
  })

  test('without a draft of the settings, and without anything published, nothing is made up', () => {
    expect(withoutBroken(null, published, new Set())).toEqual(published)
    expect(withoutBroken(null, null, new Set())).toBeNull()
    expect(withoutBroken(draft, null, new Set(['a']))).toMatchObject({
      activePack: { items: [{ _id: 'b' }] },
    })
  })

  test('property: no broken draft is left, and no sound one is lost', () => {
    const ids = ['siteSettings', 'pack', 'framework', 'a', 'b', 'exam-a', 'exam-b', 'o1']
    fc.assert(
      fc.property(fc.subarray(ids), (broken) => {
        const shown = JSON.stringify(repaired(...broken))
        const words: Record<string, string> = {
          siteSettings: 'site',
          o1: '"o1","title":"',
          framework: '"framework","title":"',
        }
        for (const id of ids) {
          const word = words[id] ?? id
          const drafted = shown.includes(word.endsWith('"') ? `${word}draft` : `"${word} draft"`)
          expect(drafted, `${id} of ${broken.join()}`).toBe(!broken.includes(id))
        }
      }),
    )
  })
})
