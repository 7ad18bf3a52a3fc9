import type { ArticleBody, Figure } from '../../schemas/generated/sanity.types.ts'
import type { Authored } from './authored.ts'
import { keyOf } from './key.ts'
import { localAsset } from './local-asset.ts'

/** One part of an article's body as it is written here: without its key. */
export type BodyPart = Authored<ArticleBody>[number]
type Block = Extract<BodyPart, { readonly _type: 'block' }>
type Child = NonNullable<Block['children']>[number]
type Link = NonNullable<Block['markDefs']>[number]

/** `**strong**`, `*emphasis*`, `[text](address)`, `[@key]` for a citation of the work with that key. */
const marked =
  /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*]+)\*|\[@(?<work>[^\]]+)\]|\[(?<text>[^\]]+)\]\((?<href>[^)\s]+)\)/g

/** A paragraph. For the marks that can stand in it see {@link marked}. */
export function p(text: string): Block {
  return block('normal', text)
}

/** A heading. */
export function h2(text: string): Block {
  return block('h2', text)
}

/** A sub-heading. */
export function h3(text: string): Block {
  return block('h3', text)
}

/** A list with bullets, one block an entry. */
export function bullets(...entries: readonly string[]): Block[] {
  return entries.map((text) => ({ ...block('normal', text), listItem: 'bullet', level: 1 }))
}

/** A list with numbers, one block an entry. */
export function numbers(...entries: readonly string[]): Block[] {
  return entries.map((text) => ({ ...block('normal', text), listItem: 'number', level: 1 }))
}

/** A figure from a file of `scripts/seed/assets/figures`, for an article's body or a question. */
export function figure(file: string, alt: string, caption: string): Authored<Figure> {
  return {
    _type: 'figure',
    image: { _type: 'image', asset: localAsset(`figures/${file}`) },
    alt,
    caption,
    credit: 'Drawn for this demonstration',
  }
}

/** A clinical pearl. */
export function pearl(title: string, text: string): BodyPart {
  return { _type: 'pearl', title, text }
}

/** A table; the first row is the header. */
export function table(caption: string, ...rows: readonly (readonly string[])[]): BodyPart {
  return { _type: 'dataTable', caption, rows: rows.map((cells) => ({ _type: 'tableRow', cells })) }
}

/** The words of a body that are read as text: of blocks, pearls and captions, not of tables. */
export function wordCount(body: readonly BodyPart[]): number {
  return body
    .flatMap(textOf)
    .join(' ')
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length
}

function textOf(part: BodyPart): string[] {
  switch (part._type) {
    case 'block':
      return [
        (part.children ?? []).map((child) => (child._type === 'span' ? (child.text ?? '') : '')).join(''),
      ]
    case 'pearl':
      return [part.title, part.text]
    case 'figure':
      return [part.caption]
    case 'dataTable':
      return []
  }
}

function block(style: 'normal' | 'h2' | 'h3', text: string): Block {
  const children: Child[] = []
  const markDefs: Link[] = []
  let end = 0
  for (const match of text.matchAll(marked)) {
    children.push(span(text.slice(end, match.index)))
    end = match.index + match[0].length
    const { strong, em, work, text: linked = '', href } = match.groups ?? {}
    if (strong !== undefined) children.push(span(strong, 'strong'))
    else if (em !== undefined) children.push(span(em, 'em'))
    else if (work !== undefined) children.push({ _type: 'citation', work })
    else if (href !== undefined) {
      const key = keyOf('link', markDefs.length, href)
      markDefs.push({ _type: 'link', _key: key, href })
      children.push(span(linked, key))
    }
  }
  children.push(span(text.slice(end)))
  return { _type: 'block', style, markDefs, children: children.filter(isNeeded) }
}

function span(text: string, mark?: string): Child {
  return { _type: 'span', text, marks: mark === undefined ? [] : [mark] }
}

/** Empty text is kept only beside a citation, where the editor of Studio would add it again. */
function isNeeded(child: Child, index: number, all: readonly Child[]): boolean {
  if (child._type !== 'span' || child.text !== '') return true
  const besideCitation = [all[index - 1], all[index + 1]].some((other) => other?._type === 'citation')
  const besideText = [all[index - 1], all[index + 1]].some((other) => other?._type === 'span')
  return all.length === 1 || (besideCitation && !besideText)
}
