import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { escapeHtml } from '../html.ts'
import { LineCutter } from '../lines.ts'
import type { Place, Remark } from '../problem.ts'

/** An element of XML with where it begins. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
}

/** What a piece of XML brought: an element that is complete, or why reading ended. */
export type XmlEvent =
  | { readonly kind: 'root'; readonly element: XmlElement }
  | { readonly kind: 'element'; readonly element: XmlElement }
  | { readonly kind: 'fault'; readonly place: Place; readonly remark: Remark }

type Open = { -readonly [Field in keyof XmlElement]: XmlElement[Field] } & { children: (Open | string)[] }

// Deeper than any question; whoever walks the tree must not exhaust the stack.
const deepest = 200
// A longer line is read in parts of this length, so that no line need be held whole.
const longestPart = 65_536

/**
 * Reads XML that comes in pieces and hands out the elements of one depth as they end, each with all that it holds.
 * Entities beyond the five of XML are refused, and nothing outside the source is ever read.
 */
export class XmlCutter {
  /** Whether a fault has ended reading. */
  done = false
  readonly #depth: number
  readonly #parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  readonly #lines = new LineCutter()
  readonly #open: Open[] = []
  readonly #events: XmlEvent[] = []
  #part = ''
  #rest = ''
  #level = 0
  #held = 0

  /** @param depth - 0 hands out the root itself, 1 the root's children */
  constructor(depth: 0 | 1) {
    this.#depth = depth
    this.#parser.on('doctype', (doctype) => {
      if (/<!ENTITY/i.test(doctype)) {
        this.#fault({
          code: 'xml/entities-refused',
          message:
            'The file defines entities of its own, which can be used to fill the memory or to read other files.',
          remedy: 'Take the <!DOCTYPE …> with its entities out, and write the characters themselves.',
        })
      }
    })
    this.#parser.on('error', (error) => {
      this.#fault({
        code: 'xml/not-well-formed',
        message: `This is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}.`,
        remedy: 'Mend the file at this place; what stands before it was read.',
      })
    })
    this.#parser.on('opentag', (tag) => this.#opened(tag))
    this.#parser.on('text', (text) => this.#text(text))
    this.#parser.on('cdata', (text) => this.#text(text))
    this.#parser.on('closetag', () => this.#closed())
    this.#parser.on('opentagstart', () => this.#starts())
  }

  /** How many characters wait for their element's end. */
  get held(): number {
    return this.#held + this.#rest.length
  }

  *push(piece: string): Generator<XmlEvent> {
    // Always the same parts, however the pieces come, so that excerpts are the same too.
    for (const line of this.#lines.push(piece)) yield* this.#write(`${line}\n`)
  }

  *end(): Generator<XmlEvent> {
    for (const line of this.#lines.end()) yield* this.#write(line)
    if (this.done) return
    this.#parser.close()
    yield* this.#drain()
  }

  *#write(line: string): Generator<XmlEvent> {
    for (let at = 0; at < line.length && !this.done; at += longestPart) {
      this.#part = line.slice(at, at + longestPart)
      this.#parser.write(this.#part)
      yield* this.#drain()
    }
  }

  *#drain(): Generator<XmlEvent> {
    for (const event of this.#events) {
      if (event.kind === 'fault') this.done = true
      yield event
      if (this.done) break
    }
    this.#events.length = 0
  }

  #fault(remark: Remark): void {
    // The first fault is the one to mend; what follows from it would only confuse.
    if (this.#events.some((event) => event.kind === 'fault')) return
    const { line, columnIndex } = this.#parser
    const place = { line, column: Math.max(1, columnIndex), excerpt: this.#part }
    this.#events.push({ kind: 'fault', place, remark })
  }

  #start = { line: 1, column: 1 }

  #starts(): void {
    const { line, columnIndex } = this.#parser
    this.#start = { line, column: columnIndex }
  }

  #opened(tag: SaxesTagPlain): void {
    const { line, column } = this.#start
    // The parser has read one character past the name; was it a line end, the name ended the line before.
    const over = column <= tag.name.length
    const element: Open = {
      name: tag.name,
      attributes: tag.attributes,
      children: [],
      line: over ? Math.max(1, line - 1) : line,
      column: over ? 1 : Math.max(1, column - tag.name.length - 1),
    }
    if (this.#level === 0) this.#events.push({ kind: 'root', element })
    if (this.#level >= this.#depth) {
      this.#open.at(-1)?.children.push(element)
      this.#open.push(element)
    }
    this.#level += 1
    if (this.#level > deepest) {
      this.#fault({
        code: 'xml/too-deep',
        message: `Elements are nested more than ${deepest} deep.`,
        remedy: 'No format of questions needs that; check where the file comes from.',
      })
    }
  }

  #text(text: string): void {
    const parent = this.#open.at(-1)
    if (parent === undefined) return
    parent.children.push(text)
    this.#held += text.length
  }

  #closed(): void {
    this.#level -= 1
    if (this.#level < this.#depth) return
    const element = this.#open.pop()
    if (this.#open.length > 0 || element === undefined) return
    this.#held = 0
    this.#events.push({ kind: 'element', element })
  }
}

/** A name as QTI 3 and QTI 2 share it: `qti-simple-choice` and `simpleChoice` are both `simplechoice`. */
export function sharedName(name: string): string {
  const known = sharedNames.get(name)
  if (known !== undefined) return known
  const local = name.slice(name.indexOf(':') + 1)
  const shared = local.replace(/^qti-/, '').replace(/-/g, '').toLowerCase()
  // The vocabulary is small; a file that makes up names must not fill the memory.
  if (sharedNames.size < 2000) sharedNames.set(name, shared)
  return shared
}

const sharedNames = new Map<string, string>()

/** An attribute by its shared name. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  const exact = element.attributes[name]
  if (exact !== undefined) return exact
  return Object.entries(element.attributes).find(([each]) => sharedName(each) === name)?.[1]
}

/** The children that are elements. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string')
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && elementsOf(element).find((child) => child.name === name)
}

/** Every descendant that a test picks, in the order of the document. */
export function findAll(element: XmlElement, test: (each: XmlElement) => boolean): XmlElement[] {
  return elementsOf(element).flatMap((child) => [...(test(child) ? [child] : []), ...findAll(child, test)])
}

/** All text inside. */
export function innerText(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  return element.children.map((child) => (typeof child === 'string' ? child : innerText(child))).join('')
}

/** What to put in the place of an element: nothing (`true`), a text, or the element itself (`false`). */
export type Instead = (each: XmlElement) => boolean | string

/** The content as HTML again. */
export function innerHtml(element: XmlElement, instead: Instead = () => false): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return escapeHtml(child)
      const other = instead(child)
      if (typeof other === 'string') return other
      return other ? '' : outerHtml(child, instead)
    })
    .join('')
}

const empty = new Set(['img', 'br', 'hr', 'col', 'source', 'track', 'input'])

function outerHtml(element: XmlElement, instead: Instead): string {
  const name = element.name.slice(element.name.indexOf(':') + 1)
  const attributes = Object.entries(element.attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join('')
  if (empty.has(name)) return `<${name}${attributes} />`
  return `<${name}${attributes}>${innerHtml(element, instead)}</${name}>`
}
