import { type SearchPassage, searchPassageSchema } from '../../core/index.ts'
import type { SearchIndex } from './index.ts'

/** How many results a page shows. */
export const pageSize = 20

/** A passage that fits, with the terms of it by which it was found. */
export type Found = { readonly passage: SearchPassage; readonly terms: ReadonlySet<string> }

/** One page of what was found, the best first. */
export type Results = {
  readonly total: number
  /** From 1; the last page where a later one was asked for. */
  readonly page: number
  readonly pages: number
  readonly found: readonly Found[]
}

/**
 * Searches for passages that have all words, or, where there is none, any of them. A word also finds longer ones that begin
 * with it, and with five letters or more those that differ by one letter in five. Titles count most, then headings.
 */
export function find(index: SearchIndex, terms: readonly string[], page: number): Results {
  const search = (combineWith: 'AND' | 'OR') =>
    index.search(terms.join(' '), {
      combineWith,
      boost: { title: 2, section: 3 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    })
  const strict = search('AND')
  const all = strict.length > 0 || terms.length < 2 ? strict : search('OR')
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  const current = Math.min(Math.max(1, page), pages)
  return {
    total: all.length,
    page: current,
    pages,
    found: all.slice((current - 1) * pageSize, current * pageSize).map((result) => ({
      passage: searchPassageSchema.parse(result),
      terms: new Set(Object.keys(result.match)),
    })),
  }
}
