import { expect, test } from 'vitest'
import { type Block, proseHtml } from './prose.ts'

type Child = Block['children'][number]

const span = (text: string, ...marks: string[]): Child => ({ _type: 'span', _key: text, text, marks })
const block = (children: Child[], change: Partial<Block> = {}): Block => ({
  _type: 'block',
  _key: 'b',
  style: 'normal',
  listItem: null,
  level: null,
  markDefs: [],
  children,
  ...change,
})
const html = (...blocks: Block[]) => proseHtml(blocks, () => ({ id: 'cite-2a', number: 2 }))

test('what an editor writes is text, wherever it stands', () => {
  const link = { _type: 'link' as const, _key: 'l', href: 'https://example.org/?a="&b=<\'' }
  expect(html(block([span('<b>&"\'  x', 'l')], { markDefs: [link] }))).toBe(
    '<p><a href="https://example.org/?a=&quot;&amp;b=&lt;&#39;" rel="noreferrer">&lt;b&gt;&amp;&quot;&#39;  x</a></p>',
  )
})

test('marks lie within each other, and a line that is broken stays broken', () => {
  expect(html(block([span('a', 'strong'), span('b', 'strong', 'em'), span('c\nd'), span('2', 'sup')]))).toBe(
    '<p><strong>a<em>b</em></strong>c<br>d<sup>2</sup></p>',
  )
})

test('a link within the site says nothing of where it was followed from', () => {
  const markDefs = [{ _type: 'link' as const, _key: 'l', href: '/cet/' }]
  expect(html(block([span('a', 'l')], { markDefs }))).toBe('<p><a href="/cet/">a</a></p>')
})

test('a citation leads to its work', () => {
  expect(html(block([{ _type: 'citation', _key: 'c', work: 'w"1' }]))).toBe(
    '<p><sup class="citation" id="cite-2a"><a href="#work-2" aria-label="Reference 2">2</a></sup></p>',
  )
})

test('lists lie within entries; an entry in the style of a heading keeps its words', () => {
  const entry = (text: string, change: Partial<Block>) =>
    block([span(text)], { listItem: 'bullet', ...change })
  const nested = [entry('a', { level: 1, style: 'h2' }), entry('b', { level: 2, listItem: 'number' })]
  const words = html(...nested).replaceAll(/\s+/g, '')
  expect(words).toBe('<ul><li>a<ol><li>b</li></ol></li></ul>')
})
