import { type SearchPassage, searchPassageSchema } from '../../core/index.ts'
import type { SearchIndex } from './index.ts'

/** How many results a page shows. */
export const pageSize = 20

/** A passage that fits, with the terms of it by which it was found. */
export type Found = { readonly passage: SearchPassage; readonly terms: ReadonlySet<string> }

/** One page of what was found, the best first. */
export type Results = {
  readonly total: number
  /** Whether the results have all words as they were typed; otherwise they come close. */
  readonly exact: boolean
  /** From 1; the last page where a later one was asked for. */
  readonly page: number
  readonly pages: number
  readonly found: readonly Found[]
}

/**
 * Searches for passages that have all words or longer ones that begin with them; where there is none, for those whose
 * words differ by one letter in five at most; and where there is none of these either, for those with any of the words.
 * Headings count most, then titles. Another number is another thing, and a single letter, such as those of the reference
 * "C-90004 O/D", says too little: neither comes close.
 */
export function find(index: SearchIndex, terms: readonly string[], page: number): Results {
  const search = (words: readonly string[], combineWith: 'AND' | 'OR', near: boolean) =>
    index.search(words.join(' '), {
      combineWith,
      boost: { title: 2, section: 3 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (near && term.length > 4 && !/^\p{N}+$/u.test(term) ? 0.2 : false),
    })
  const exact = search(terms, 'AND', false)
  const near = exact.length > 0 ? exact : search(terms, 'AND', true)
  const all = near.length > 0 || terms.length < 2 ? near : search(terms.filter(tells), 'OR', true)
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  const current = Math.min(Math.max(1, page), pages)
  return {
    total: all.length,
    exact: exact.length > 0,
    page: current,
    pages,
    found: all.slice((current - 1) * pageSize, current * pageSize).map((result) => ({
      passage: searchPassageSchema.parse(result),
      terms: new Set(Object.keys(result.match)),
    })),
  }
}

/** Whether a term alone says what is looked for. One character does in scripts without case, such as Han. */
function tells(term: string): boolean {
  return /..|\p{Lo}/u.test(term)
}
