import type { ContentSourceMap } from '@sanity/client'
import { type ContentSourceMapParsedPath, createEditUrl } from '@sanity/client/csm'
import { encodeIntoResult } from '@sanity/client/stega'
import { vercelStegaClean, vercelStegaCombine } from '@vercel/stega'

/**
 * Fields whose text a reader sees as it was written. Only these are marked: a mark in what is compared, computed or put
 * into an address would change what the page does.
 */
const shownText = new Set([
  'acceptanceAdvice',
  'alt',
  'caption',
  'cells',
  'citation',
  'credit',
  'description',
  'howToJoin',
  'introduction',
  'name',
  'note',
  'notice',
  'originalTitle',
  'provider',
  'role',
  'scheme',
  'speaker',
  'standfirst',
  'stem',
  'summary',
  'text',
  'title',
  'venue',
])

/**
 * Writes into each shown text, invisibly, which field of which document it is (stega), for click-to-edit.
 *
 * @param answer what a query was answered with.
 * @param sources the answer's own source map, as hosted Sanity and the embedded lake both send it.
 * @param studioUrl where the field is edited.
 * @param wanted whether a place of the answer is shown at all; marking takes time.
 */
export function withEditMarks(
  answer: unknown,
  sources: ContentSourceMap,
  studioUrl: string,
  wanted: (resultPath: ContentSourceMapParsedPath) => boolean = () => true,
): unknown {
  return encodeIntoResult(answer, sources, ({ sourcePath, sourceDocument, resultPath, value }) => {
    if (!shownText.has(fieldOf(sourcePath)) || sourceDocument === undefined || !wanted(resultPath))
      return value
    const { _id, _type } = sourceDocument
    const mark = {
      origin: 'sanity.io',
      href: createEditUrl({ baseUrl: studioUrl, id: _id, type: _type, path: sourcePath }),
    }
    // Pages cut texts into paragraphs at blank lines; each of them is to be clickable.
    return value
      .split(/(\n\s*\n)/)
      .map((part) => (/\S/.test(part) ? vercelStegaCombine(part, mark, false) : part))
      .join('')
  })
}

/** The field that a path ends in; members of a list belong to the list. */
function fieldOf(path: ContentSourceMapParsedPath): string {
  return path.findLast((step) => typeof step === 'string') ?? ''
}

/** Takes marks out of what is not read as running text: the title and all attributes but the words of an image. */
export function withoutStrayMarks(html: string): string {
  return html
    .replace(/<title>[^<]*<\/title>/, (title) => vercelStegaClean(title))
    .replace(/<(?!img\b)[a-z][^>]*>/gi, (tag) => vercelStegaClean(tag))
}

/** Whether a text holds a mark. */
export function hasEditMarks(text: string): boolean {
  return vercelStegaClean(text) !== text
}
