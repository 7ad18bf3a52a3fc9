import { z } from 'zod'

/** The name of the index among the built pages; the Worker gives it to nobody. */
export const searchIndexFile = 'search-index.json'

/** What can be found: a section of an article, a passage of a video’s transcript, or the title and reference of an exam. */
export const searchPassageSchema = z.object({
  id: z.number(),
  /** Title of the item. */
  title: z.string(),
  /** What the passage is called within the item. */
  section: z.string(),
  kind: z.enum(['article', 'video', 'exam']),
  /** Where it is: a path of this site, with the place in the page. */
  href: z.string().startsWith('/'),
  text: z.string(),
})

/** See {@link searchPassageSchema}. */
export type SearchPassage = z.infer<typeof searchPassageSchema>

const word = /[^\s\p{Z}\p{P}\p{S}\p{C}]+/gu

/** A word of a text: where it stands, and the term that it is found by. */
export type SearchToken = { readonly start: number; readonly end: number; readonly term: string }

/** The words of a text in their order. A term is a word without its case, its accents and its ligatures. */
export function searchTokens(text: string): SearchToken[] {
  return Array.from(text.matchAll(word), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    term: termOf(match[0]),
  })).filter(({ term }) => term !== '')
}

// Most words are plain, and a build folds every word of the pack: those take the short way.
const plain = /^[a-z0-9]+$/i

function termOf(text: string): string {
  return (plain.test(text) ? text : text.normalize('NFKD').replaceAll(/\p{M}/gu, '')).toLowerCase()
}

/** How passages are indexed, for MiniSearch: the build that writes an index and the Worker that reads it must agree. */
export const searchOptions = {
  fields: ['title', 'section', 'text'],
  storeFields: ['title', 'section', 'kind', 'href', 'text'],
  tokenize: (text: string) => (text.match(word) ?? []).map(termOf).filter((term) => term !== ''),
  processTerm: (term: string) => term,
}
