import { compile, type FormatCallback } from 'html-to-text'

/** An image as HTML refers to it. */
export type ImageReference = { readonly source: string; readonly alt: string }

/** HTML as plain text, and what the text does not hold of it. */
export type Reduced = {
  readonly text: string
  readonly images: readonly ImageReference[]
  /** Formatting that was lost, in words, each once. */
  readonly formatting: readonly string[]
  /** Sound, film, formulas and the like that were lost, in words, each once. */
  readonly media: readonly string[]
}

/** Turns HTML into plain text. Never throws; nothing is fetched or run. */
export function reduceHtml(html: string): Reduced {
  if (!/[<&]/.test(html)) {
    const text = html
      .split(/[ \t\r\n\f]+/)
      .join(' ')
      .trim()
    return { text, images: [], formatting: [], media: [] }
  }
  const images: ImageReference[] = []
  const text = toText(html, images)
  const tags = new Set(
    Array.from(html.matchAll(/<([a-z][a-z0-9]*)/gi), ([, name = '']) => name.toLowerCase()),
  )
  if (images.length > 0 && !/<object(?![^<>]*\btype="image\/)/i.test(html)) tags.delete('object')
  return { text, images, formatting: named(tags, formattingTags), media: named(tags, mediaTags) }
}

/** Whether text of unknown kind holds HTML. */
export function looksLikeHtml(text: string): boolean {
  return knownTag.test(text) || /&(#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i.test(text)
}

/** Plain text as HTML that {@link reduceHtml} turns back into the same text. */
export function htmlOf(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      escapeHtml(line)
        .replace(/^ +/, (run) => '&nbsp;'.repeat(run.length))
        .replace(/ {2,}/g, (run) => `${'&nbsp;'.repeat(run.length - 1)} `),
    )
    .join('<br />')
}

/** Text with what means something in HTML put as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

const superscripts: Record<string, string> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  n: 'ⁿ',
}
const subscripts: Record<string, string> = {
  0: '₀',
  1: '₁',
  2: '₂',
  3: '₃',
  4: '₄',
  5: '₅',
  6: '₆',
  7: '₇',
  8: '₈',
  9: '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
}

// 10<sup>6</sup> must not become 106: raised and lowered characters keep their place where Unicode has them.
const raised =
  (characters: Record<string, string>, otherwise: string): FormatCallback =>
  (element, walk, builder) => {
    const turn = (text: string) =>
      Array.from(text).every((character) => character in characters)
        ? Array.from(text, (character) => characters[character] ?? character).join('')
        : `${otherwise}(${text})`
    const [only] = element.children ?? []
    if (element.children?.length === 1 && only?.type === 'text') {
      builder.addInline(turn(String(only.data ?? '').trim()))
      return
    }
    builder.addInline(`${otherwise}(`)
    walk(element.children ?? [], builder)
    builder.addInline(')')
  }

// A formula's text without its structure may say something else, so what its author gives as text goes before it.
const formula: FormatCallback = (element, walk, builder) => {
  const given = element.attribs?.['alttext'] ?? annotationOf(element)
  if (given === undefined) walk(element.children ?? [], builder)
  else builder.addInline(given.trim())
}

type Node = Parameters<FormatCallback>[0]

function annotationOf(element: Node): string | undefined {
  for (const child of element.children ?? []) {
    if (child.name === 'annotation')
      return child.children?.map((each: Node) => String(each.data ?? '')).join('')
    const inside = child.name === 'semantics' ? annotationOf(child) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}

const noteImage: FormatCallback = (element, _walk, builder) => {
  const source = element.name === 'object' ? element.attribs?.['data'] : element.attribs?.['src']
  // Types lag behind: metadata is what the converter was called with.
  const found: unknown = 'metadata' in builder ? builder.metadata : undefined
  if (Array.isArray(found)) found.push({ source: source ?? '', alt: element.attribs?.['alt'] ?? '' })
}

const convert: (html: string, images: ImageReference[]) => string = compile({
  wordwrap: false,
  whitespaceCharacters: ' \t\r\n\f',
  // Far beyond any question; what is deeper is cut, so that no nesting can exhaust the stack.
  limits: { maxInputLength: 2 ** 24, maxDepth: 100 },
  formatters: { noteImage, formula, raise: raised(superscripts, '^'), lower: raised(subscripts, '_') },
  selectors: [
    { selector: 'img', format: 'noteImage' },
    { selector: 'object[type^="image/"]', format: 'noteImage' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'sup', format: 'raise' },
    { selector: 'sub', format: 'lower' },
    { selector: 'hr', format: 'skip' },
    { selector: 'math', format: 'formula' },
    { selector: 'annotation', format: 'skip' },
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
  ],
})

function toText(html: string, images: ImageReference[]): string {
  return convert(html, images)
}

function named(tags: ReadonlySet<string>, names: Record<string, string>): string[] {
  return Array.from(new Set(Object.entries(names).flatMap(([tag, name]) => (tags.has(tag) ? [name] : []))))
}

const formattingTags: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italics',
  em: 'italics',
  u: 'underlining',
  s: 'strike-through',
  del: 'strike-through',
  strike: 'strike-through',
  sup: 'superscript',
  sub: 'subscript',
  a: 'links',
  ul: 'lists',
  ol: 'lists',
  dl: 'lists',
  table: 'tables',
  h1: 'headings',
  h2: 'headings',
  h3: 'headings',
  h4: 'headings',
  h5: 'headings',
  h6: 'headings',
  pre: 'preformatted text',
  code: 'code',
  tt: 'code',
  kbd: 'code',
  blockquote: 'quotations',
  font: 'fonts',
  ruby: 'ruby',
}
const mediaTags: Record<string, string> = {
  audio: 'sound',
  video: 'film',
  iframe: 'a frame',
  object: 'an object',
  embed: 'an object',
  math: 'a formula',
  svg: 'a drawing',
  canvas: 'a drawing',
  script: 'a script',
  form: 'a form',
  input: 'a form',
}
const knownTag =
  /<\/?(a|abbr|audio|b|big|blockquote|br|center|code|dd|del|div|dl|dt|em|embed|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|math|object|ol|p|pre|s|small|span|strike|strong|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video)(\s[^<>]*)?\/?>/i
