import { Hono } from 'hono'
import { html } from 'hono/html'
import type { App } from '../context.ts'
import { RequestError } from '../http/problem.ts'
import { excerpt, marked, type Piece } from '../search/excerpt.ts'
import { type Found, find, pageSize, type Results } from '../search/find.ts'
import { searchIndex } from '../search/index.ts'
import { queryLimits, readQuery, type SearchQuery } from '../search/query.ts'
import { type Fragment, sitePage } from './site-page.ts'

/** The search of articles and transcripts. The gate lets entitled members alone come here. */
export const searchRoutes = new Hono<App>()

searchRoutes.get('/cet/search/', async (c) => {
  const { edge } = c.env
  const page = await edge.assets.fetch(new URL('/cet/search/', edge.settings.SITE_ORIGIN))
  if (!page.ok) throw new RequestError('request/not-found', 'The page has not been built.')
  const asked = c.req.query('q')
  if (asked === undefined) return sitePage(c, page)
  const query = readQuery(asked)
  const results =
    query.terms.length === 0
      ? undefined
      : find(await searchIndex(edge), query.terms, pageNumber(c.req.query('page')))
  const fragment = String(await (results === undefined ? nothingAsked : resultsFragment(query, results)))
  return sitePage(c, page, {
    rewrite: (rewriter) =>
      rewriter
        .on('title', {
          element(title) {
            if (results !== undefined) title.prepend(`${titleOf(query, results)} – `)
          },
        })
        .on('input[name="q"]', {
          // Quotes are escaped by the rewriter, these are not.
          element: (input) =>
            void input.setAttribute(
              'value',
              query.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
            ),
        })
        .on('[data-slot="results"]', {
          element: (slot) => void slot.setInnerContent(fragment, { html: true }),
        }),
  })
})

const nothingAsked = html`<p role="status">Write a word or two of what you are looking for.</p>`

function pageNumber(written: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(written ?? '') ? Number(written) : 1
}

function titleOf({ text }: SearchQuery, { total, page, pages }: Results): string {
  return `${resultsText(total)} for “${text}”${pages > 1 ? `, page ${page} of ${pages}` : ''}`
}

function resultsText(total: number): string {
  return total === 0 ? 'Nothing found' : `${total} ${total === 1 ? 'result' : 'results'}`
}

function resultsFragment(query: SearchQuery, results: Results): Fragment {
  const { total, page, pages, found } = results
  return html`${
    query.cut
      ? html`<p class="muted">Only the first ${queryLimits.characters} characters and ${queryLimits.words} words are searched for.</p>`
      : ''
  }
<h2>${titleOf(query, results)}</h2>
${total > 0 && !results.exact ? html`<p class="muted">Nothing has exactly these words. These come close:</p>` : ''}
${
  total === 0
    ? html`<p>Look at the spelling, try fewer or other words, or go through the <a href="/cet/active/">list of articles and videos</a>.</p>`
    : html`<ol class="results" start="${(page - 1) * pageSize + 1}">${found.map(resultItem)}</ol>`
}
${pages > 1 ? pagesNav(query, results) : ''}`
}

const kinds = { article: 'Article', video: 'Video', exam: 'Exam' } as const

function resultItem({ passage, terms }: Found) {
  const moment = /#t=(\d+)/.exec(passage.href)?.[1]
  const within = passage.section === passage.title ? '' : html`: ${pieces(marked(passage.title, terms))}`
  return html`<li><h3><a href="${passage.href}">${pieces(marked(passage.section, terms))}</a></h3>
<p class="muted">${kinds[passage.kind]}${moment === undefined ? '' : ` at ${clockTime(Number(moment))}`}${within}</p>
${passage.text === '' ? '' : html`<p>${pieces(excerpt(passage.text, terms))}</p>`}</li>`
}

function pieces(parts: readonly Piece[]) {
  return parts.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : html`${text}`))
}

function pagesNav({ text }: SearchQuery, { page, pages }: Results) {
  const to = (number: number) => `/cet/search/?${new URLSearchParams({ q: text, page: String(number) })}`
  return html`<nav class="pages" aria-label="Pages of results">
${page > 1 ? html`<a class="button-secondary" rel="prev" href="${to(page - 1)}">Previous page</a>` : ''}
<span>Page ${page} of ${pages}</span>
${page < pages ? html`<a class="button-secondary" rel="next" href="${to(page + 1)}">Next page</a>` : ''}</nav>`
}

/** `1:15`, as the video's page writes it. */
function clockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
