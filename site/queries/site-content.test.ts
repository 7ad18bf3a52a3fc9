import { evaluate, parse } from 'groq-js'
import { expect, test } from 'vitest'
import { sampleDocuments, sentinel } from '../test-support/sample-documents.ts'
import { looseItemQuery } from './loose-item.ts'
import { siteContentQuery } from './site-content.ts'

/** Every node of a syntax tree, whatever it hangs on. */
function nodes(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(nodes)]
}

/** Names that a query reads or gives to what it selects. */
function namesIn(query: string): Set<string> {
  return new Set(
    nodes(parse(query)).flatMap((node) =>
      'name' in node && typeof node.name === 'string' ? [node.name] : [],
    ),
  )
}

test.each([
  ['the site', siteContentQuery],
  ['one item', looseItemQuery],
])('for %s no key or rationale is selected, nor the feedback policy that goes with them', (_, query) => {
  const names = namesIn(query)
  expect(names).toContain('questions')
  expect(names).toContain('choices')
  for (const name of ['correct', 'rationale', 'feedback']) expect(names).not.toContain(name)
})

test('fields are listed: what no query names does not arrive', async () => {
  const surplus = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(surplus)
    if (typeof value !== 'object' || value === null) return value
    const members = Object.entries(value).map(([name, member]) => [name, surplus(member)])
    return { ...Object.fromEntries(members), surplus: sentinel }
  }
  const digest = '0'.repeat(40)
  const ids = {
    image: `image-${digest}-4x3-png`,
    video: `file-${digest}-mp4`,
    captions: `file-${digest}-vtt`,
  }
  const assets = Object.values(ids).map((_id) => ({
    _id,
    _type: 'sanity.asset',
    metadata: { dimensions: {} },
  }))
  const dataset = [...sampleDocuments(ids), ...assets].map(surplus)
  const answer = await (await evaluate(parse(siteContentQuery), { dataset })).get()
  expect(JSON.stringify(answer)).toContain('A single question?')
  expect(JSON.stringify(answer)).not.toMatch(new RegExp(`surplus|${sentinel}`))
})

test('one item by itself is selected as in its pack', () => {
  const projection = looseItemQuery.slice(looseItemQuery.indexOf('{') + 1, looseItemQuery.lastIndexOf('}'))
  const words = (query: string) => query.replaceAll(/\s+/g, ' ').trim()
  expect(words(siteContentQuery)).toContain(words(projection))
})

test('the walk sees what it looks for', () => {
  expect(namesIn('*[_type == "exam"]{questions[]{choices[]{"right": correct}}}')).toContain('correct')
  expect(namesIn('*[]{choices[]{rationale}}')).toContain('rationale')
})
