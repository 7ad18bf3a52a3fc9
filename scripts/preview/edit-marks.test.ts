import { stegaClean } from '@sanity/client/stega'
import { vercelStegaDecodeAll } from '@vercel/stega'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphs } from '../../site/text/paragraphs.ts'
import { hasEditMarks, withEditMarks, withoutStrayMarks } from './edit-marks.ts'

const answer = {
  _id: 'a',
  title: 'Dry eye',
  slug: 'dry-eye',
  pointType: 'non-interactive',
  standfirst: 'One.\n\nTwo.',
  note: ' ',
  body: [{ _key: 'b', _type: 'block', style: 'h2', children: [{ _key: 'c', _type: 'span', text: 'Lids' }] }],
  rows: [{ _key: 'r', cells: ['Test', 'Time'] }],
}
const sources = {
  documents: [{ _id: 'drafts.a', _type: 'article' }],
  paths: ['$'],
  mappings: { $: { type: 'value', source: { type: 'documentValue', document: 0, path: 0 } } },
} satisfies Parameters<typeof withEditMarks>[1]
const studio = 'https://studio.example.org'
const marked = withEditMarks(answer, sources, studio)

/** The edit addresses in a text. */
const addresses = (text: string) =>
  vercelStegaDecodeAll<{ href: string }>(text).map(({ href }) => decodeURIComponent(href))

test('what a reader sees is marked with document and field, everything else is left as it is', () => {
  expect(marked).toMatchObject({ _id: 'a', slug: 'dry-eye', pointType: 'non-interactive', note: ' ' })
  expect(stegaClean(marked)).toEqual(answer)
  const [title] = addresses((marked as typeof answer).title)
  expect(title).toContain(`${studio}/intent/edit/mode=presentation;id=a;type=article;path=title`)
})

test('a block’s style is compared with literals and stays clean, its words lead to their span', () => {
  const [block] = (marked as typeof answer).body
  expect(block?.style).toBe('h2')
  expect(addresses(block?.children[0]?.text ?? '')[0]).toContain(
    'path=body[_key=="b"].children[_key=="c"].text',
  )
})

test('each paragraph of a text is marked, and each cell of a table', () => {
  const { standfirst, rows } = marked as typeof answer
  for (const paragraph of paragraphs(standfirst)) expect(addresses(paragraph)[0]).toContain('path=standfirst')
  expect(rows[0]?.cells.map((cell) => addresses(cell)[0])).toEqual([
    expect.stringContaining('path=rows[_key=="r"].cells[0]'),
    expect.stringContaining('path=rows[_key=="r"].cells[1]'),
  ])
})

test('places that a page does not show are not marked', () => {
  const none = withEditMarks(answer, sources, studio, () => false)
  expect(none).toEqual(answer)
})

test('marks stay in running text and in the words of an image, and go from titles and attributes', () => {
  const { title } = marked as typeof answer
  const html = `<title>${title} – Site</title><a href="#x" aria-label="${title}">${title}</a><img alt="${title}">`
  const clean = withoutStrayMarks(html)
  expect(clean).toContain('<title>Dry eye – Site</title><a href="#x" aria-label="Dry eye">')
  expect(clean).toContain(`>${title}</a><img alt="${title}">`)
})

test('property: marks can always be taken out again, and are always noticed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [one] = [withEditMarks({ title: text }, sources, studio) as { title: string }]
      expect(stegaClean(one.title)).toBe(text)
      expect(hasEditMarks(one.title)).toBe(/\S/.test(text))
    }),
  )
})
