import type { BodyPart } from '../content/index.ts'

/** A heading of an article with the ID that links can lead to. */
export type Heading = {
  readonly key: string
  readonly id: string
  readonly text: string
  readonly level: 2 | 3
}

// IDs that the page’s own parts have; a heading of the same words must not take them.
const taken = [
  'main',
  'objectives',
  'exam-call',
  'how-this-counts',
  'references',
  'republication',
  'contents',
]
const reserved = /^(?:cite|figure|large|pearl|table|work)-/

/**
 * The headings of an article. IDs are made of the words, so that a link survives a heading being moved; two headings
 * of the same words are told apart by a number.
 */
export function outline(body: readonly BodyPart[]): Heading[] {
  const used = new Set(taken)
  return body.flatMap((part) => {
    if (part._type !== 'block' || part.listItem || (part.style !== 'h2' && part.style !== 'h3')) return []
    const text = part.children
      .map((child) => (child._type === 'span' ? child.text : ''))
      .join('')
      .trim()
    if (text === '') return []
    const slug = slugOf(text)
    const base = reserved.test(slug) ? `section-${slug}` : slug
    let id = base
    for (let count = 2; used.has(id); count++) id = `${base}-${count}`
    used.add(id)
    return [{ key: part._key, id, text, level: part.style === 'h2' ? 2 : 3 }]
  })
}

function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu)
  return words?.join('-') ?? 'section'
}
