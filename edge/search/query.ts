import { searchTokens } from '../../core/index.ts'

/** Longest query that is searched for, in characters, and most words of it. */
export const queryLimits = { characters: 100, words: 12 } as const

/** What somebody looks for. */
export type SearchQuery = {
  /** As it is shown again: in one line, and cut to the limit. */
  readonly text: string
  /** The words that are searched for, each once. */
  readonly terms: readonly string[]
  /** Whether something was cut off. */
  readonly cut: boolean
}

/** Reads a query as it was typed; control characters are spaces. */
export function readQuery(typed: string): SearchQuery {
  const line = typed.replaceAll(/[\s\p{C}]+/gu, ' ').trim()
  const characters = Array.from(line)
  const text = characters.slice(0, queryLimits.characters).join('').trim()
  const terms = Array.from(new Set(searchTokens(text).map(({ term }) => term)))
  return {
    text,
    terms: terms.slice(0, queryLimits.words),
    cut: characters.length > queryLimits.characters || terms.length > queryLimits.words,
  }
}
