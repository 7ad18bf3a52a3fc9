import { type PortableTextHtmlComponents, toHTML } from '@portabletext/to-html'
import type { BodyPart } from '../content/index.ts'

/** A paragraph, a heading, a quote or an entry of a list. */
export type Block = Extract<BodyPart, { _type: 'block' }>

type Citation = Extract<Block['children'][number], { _type: 'citation' }>

/** Where a citation stands on the page, and the number of the work that it cites. */
export type Placed = { readonly id: string; readonly number: number }

const inline = ({ children = '' }: { children?: string | undefined }) => children

// One string for a whole run of paragraphs: a component for each word that is marked would take most of a page's time.
const components: Partial<PortableTextHtmlComponents> = {
  // A heading stands in an element of its own, see Body.astro; an entry of a list that is styled as one is none.
  block: { h2: inline, h3: inline },
  list: {
    bullet: ({ children }) => `<ul> ${children} </ul>`,
    number: ({ children }) => `<ol> ${children} </ol>`,
  },
  marks: {
    // The door has let only harmless addresses through.
    link: ({ children, value: { href } }) =>
      `<a href="${escaped(href)}"${href.startsWith('https:') ? ' rel="noreferrer"' : ''}>${children}</a>`,
    sup: ({ children }) => `<sup>${children}</sup>`,
    sub: ({ children }) => `<sub>${children}</sub>`,
  },
  types: {
    // The number leads to the reference list, whose links lead back here.
    citation: ({ value: { id, number } }: { value: Citation & Placed }) =>
      `<sup class="citation" id="${id}"><a href="#work-${number}" aria-label="Reference ${number}">${number}</a></sup>`,
  },
  hardBreak: () => '<br>',
  escapeHTML: escaped,
}

/**
 * Paragraphs, lists and quotes as HTML; of a heading, what stands in it.
 *
 * @param blocks in the order of the text.
 * @param placed tells of each citation where it is.
 */
export function proseHtml(
  blocks: readonly Block[],
  placed: (block: Block, citation: Citation) => Placed,
): string {
  const value = blocks.map(({ listItem, ...block }) => ({
    ...block,
    ...(listItem ? { listItem } : {}),
    children: block.children.map((child) =>
      child._type === 'citation' ? { ...child, ...placed({ ...block, listItem }, child) } : child,
    ),
  }))
  return toHTML(value, { components })
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>'"]/g, (character) => entities[character] ?? '')
}
