import { eachObject, type StoredDocument } from './documents.ts'
import type { GroqElement, GroqNode } from './groq-tree.ts'

/**
 * `text::query()`, which groq-js parses but does not evaluate. `left match text::query("a b* -c")` is rewritten into
 * `left match "a" && left match "b*" && !(left match "c")`. A left side of `@` (or `[@, _id]`) means "any text of the
 * document": every document in memory carries its strings in a property that is not enumerable, so that it is reachable
 * by this tree and by nothing else. Narrower than the hosted service: a quoted phrase asks for all of its words,
 * not for their order.
 */
const SEARCH_TEXT = '\u0000text'

/** Attaches the text of a document, gathered when it is first searched. Returns the same document. */
export function withSearchText(document: StoredDocument): StoredDocument {
  let text: string[] | undefined
  Object.defineProperty(document, SEARCH_TEXT, {
    enumerable: false,
    get: () => {
      text ??= gatherText(document)
      return text
    },
  })
  return document
}

function gatherText(document: StoredDocument): string[] {
  const strings: string[] = []
  eachObject(document, (object) => {
    for (const [key, value] of Object.entries(object)) {
      if (key.startsWith('_')) continue
      if (typeof value === 'string') strings.push(value)
      else if (Array.isArray(value)) strings.push(...value.filter((item) => typeof item === 'string'))
    }
  })
  return strings
}

interface Term {
  pattern: string
  negated: boolean
}

function parseTerms(query: string): Term[] {
  const terms: Term[] = []
  for (const [, minus, phrase, word] of query.matchAll(/(-)?(?:"([^"]*)"|([^\s"]+))/g)) {
    const pattern = (phrase ?? word ?? '').trim()
    if (/[^\s*!@#$%^&(),\\/?";:{}|[\]+<>-]/.test(pattern)) terms.push({ pattern, negated: minus === '-' })
  }
  return terms
}

function searchable(left: GroqNode): GroqNode {
  if (left.type === 'Group') return searchable(left.base)
  if (left.type === 'This') return { type: 'AccessAttribute', name: SEARCH_TEXT }
  if (left.type !== 'Array') return left
  const elements = left.elements.map(
    (element): GroqElement =>
      element.value.type === 'This'
        ? { ...element, isSplat: true, value: searchable(element.value) }
        : element,
  )
  return { type: 'Array', elements }
}

/** The tree of `left match text::query(query)`; an empty query matches everything. */
export function matchTextQuery(left: GroqNode, query: string): GroqNode {
  const target = searchable(left)
  let tree: GroqNode | undefined
  for (const { pattern, negated } of parseTerms(query)) {
    const match: GroqNode = {
      type: 'OpCall',
      op: 'match',
      left: target,
      right: { type: 'Value', value: pattern },
    }
    const term: GroqNode = negated ? { type: 'Not', base: match } : match
    tree = tree ? { type: 'And', left: tree, right: term } : term
  }
  return tree ?? { type: 'Value', value: true }
}
