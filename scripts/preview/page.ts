import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SanityClient } from '@sanity/client'
import type { Fault } from '../../site/content/faults.ts'
import { type PreviewContent, readPreviewContent } from './content.ts'
import { finishPage, withOverlay } from './finish-page.ts'
import { pagePolicy } from './policy.ts'
import type { PreviewPerspective, PreviewSession } from './sessions.ts'
import type { PreviewSite } from './site.ts'
import { barePage, lakeSilent, nothingHere, notInPreview, notYet, type Told } from './told-pages.ts'

/** What pages of the preview are answered from. */
export type PageSurroundings = {
  readonly site: PreviewSite
  readonly client: SanityClient
  readonly studioUrl: string
  /** Origin of the preview. */
  readonly url: string
}

/** What the Worker answers on the site. */
const ofTheWorker = /^\/(?:api|sign-in|sign-out|my-cet\/[^/]+|\.well-known)(?:\/|$)/

/** Answers with a page of the site, or with what keeps it from being shown. */
export async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  around: PageSurroundings,
  session: PreviewSession,
): Promise<void> {
  const { client, site, studioUrl } = around
  const url = new URL(request.url ?? '/', around.url)
  if (ofTheWorker.test(url.pathname)) return answerTold(response, around, notInPreview, { session })
  if (!url.pathname.endsWith('/')) return redirect(response, `${url.pathname}/${url.search}`)
  if (!site.has(url.href)) return answerTold(response, around, nothingHere, { session, status: 404 })
  const [, slug, exam] = /^\/cet\/active\/([^/]+)\/(exam\/)?$/.exec(url.pathname) ?? []

  const found = await readPreviewContent(client, { perspective: session.perspective, slug, studioUrl }).catch(
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  )
  if (found instanceof Error) {
    return answerTold(response, around, lakeSilent(found.message), { session, status: 502 })
  }
  const { content, faults, item } = found
  if (slug !== undefined && item === undefined) {
    return answerTold(response, around, nothingHere, { session, status: 404 })
  }
  const concern = faultsOf(url.pathname, found, exam !== undefined)
  if (concern.length > 0 || content === undefined) {
    return answerTold(response, around, notYet(concern.length > 0 ? concern : faults, studioUrl), { session })
  }
  if (slug !== undefined && item?.slug !== undefined && item.slug !== slug) {
    return redirect(response, `/cet/active/${item.slug}/${exam ?? ''}`)
  }
  const html = finishPage(await site.page(url.href, content), banner(session.perspective, faults))
  send(response, html, around, 200)
}

/** Answers with a page that the preview itself says something on. */
export function answerTold(
  response: ServerResponse,
  around: PageSurroundings,
  told: Told,
  { status = 200, session }: { readonly status?: number; readonly session?: PreviewSession } = {},
): void {
  const html = barePage(told, around.site.stylesheet)
  // With a session the page follows its draft like any other, and becomes the site's page when it can.
  send(response, session === undefined ? html : withOverlay(html), around, status)
}

function send(response: ServerResponse, html: string, around: PageSurroundings, status: number): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': pagePolicy(html, new URL(around.studioUrl).origin),
  })
  response.end(html)
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { location })
  response.end()
}

/** The faults that a page itself is about: its item's, its exam's, or those of what it lists. */
function faultsOf(pathname: string, { faults, item }: PreviewContent, exam: boolean): readonly Fault[] {
  if (item !== undefined) {
    const ids = exam ? [item.id, item.exam] : [item.id]
    return faults.filter(({ id }) => ids.includes(id))
  }
  if (pathname === '/' || pathname === '/join/') return faults.filter(({ id }) => id === 'siteSettings')
  return []
}

function banner(perspective: PreviewPerspective, faults: readonly Fault[]): string {
  const what =
    perspective === 'published'
      ? 'Preview of what is published.'
      : perspective === 'drafts'
        ? 'Preview of drafts: members see a change once it is published.'
        : `Preview of ${Array.isArray(perspective) ? perspective.join(', ') : perspective}: members see it once it is published.`
  const titles = Array.from(new Set(faults.map(({ title }) => `“${title}”`)))
  if (titles.length === 0) return what
  return `${what} Not complete yet, so shown as published or left out: ${titles.join(', ')}.`
}
