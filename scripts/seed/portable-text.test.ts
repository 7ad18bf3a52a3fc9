import { describe, expect, test } from 'vitest'
import { withKeys } from './authored.ts'
import { bullets, h2, p, wordCount } from './portable-text.ts'

const span = (text: string, marks: string[] = []) => ({ _type: 'span', text, marks })

describe('a line of running text', () => {
  test('plain text is one span, also when empty', () => {
    expect(p('Just text.').children).toEqual([span('Just text.')])
    expect(p('').children).toEqual([span('')])
  })

  test('marks become decorators and annotations', () => {
    const block = p('Ask **first**, then *look*, then [read](https://example.org/a).')
    const [link] = block.markDefs ?? []
    expect(link).toMatchObject({ _type: 'link', href: 'https://example.org/a' })
    expect(block.children).toEqual([
      span('Ask '),
      span('first', ['strong']),
      span(', then '),
      span('look', ['em']),
      span(', then '),
      span('read', [`${link?._key}`]),
      span('.'),
    ])
  })

  test('a citation always stands between spans, as the editor of Studio keeps it', () => {
    expect(p('So it is.[@one][@two]').children).toEqual([
      span('So it is.'),
      { _type: 'citation', work: 'one' },
      span(''),
      { _type: 'citation', work: 'two' },
      span(''),
    ])
    expect(p('[@one]**Strong**').children).toEqual([
      span(''),
      { _type: 'citation', work: 'one' },
      span('Strong', ['strong']),
    ])
  })

  test('lists are blocks of their own', () => {
    expect(bullets('One', 'Two').map(({ listItem, level }) => [listItem, level])).toEqual([
      ['bullet', 1],
      ['bullet', 1],
    ])
  })

  test('words are counted without marks and citations', () => {
    expect(wordCount([h2('Two words'), p('and **three** more[@one].')])).toBe(5)
  })
})

describe('keys', () => {
  test('depend on the document and the path alone', () => {
    const made = (id: string) => withKeys({ _id: id, _type: 'article', body: [p('One'), p('Two')] })
    expect(made('a')).toEqual(made('a'))
    const keys = ['a', 'b'].flatMap((id) => made(id).body.map(({ _key }) => _key))
    expect(new Set(keys).size).toBe(4)
  })

  test('that are there stay, and single objects get none', () => {
    const document = withKeys({
      _id: 'a',
      _type: 't',
      works: [{ _key: 'mine', n: 1 }],
      one: { n: 2 },
      words: ['w'],
    })
    expect(document).toEqual({
      _id: 'a',
      _type: 't',
      works: [{ _key: 'mine', n: 1 }],
      one: { n: 2 },
      words: ['w'],
    })
  })
})
