import type { Context } from 'hono'
import { html } from 'hono/html'
import { deviceKey } from '../access/device-key.ts'
import { mayBeKept, offlineHeader, offlineSession } from '../access/offline.ts'
import type { App } from '../context.ts'
import { formatInstant } from './dates.ts'

/** Has the browser keep the pages of the pack that a member opens; see `site/offline/`. */
const keepOffline = '<script type="module" src="/keep-offline.js"></script>'

/** A fragment of HTML whose inserted values have been escaped. */
export type Fragment = ReturnType<typeof html>

/** Adds to a page what only the Worker knows. */
export type Rewrite = (rewriter: HTMLRewriter) => HTMLRewriter

/** A file of the built site. The member's own headers stay behind: they could ask for a part, or for nothing new. */
export function assetOf(c: Context<App>, path: string): Promise<Response> {
  const { assets, settings } = c.env.edge
  return assets.fetch(new URL(encodeURI(path), settings.SITE_ORIGIN), { redirect: 'manual' })
}

/**
 * Answers with a page of the built site, with the member's name, the demonstration clock and, for print, the page's address
 * and the time in their places; what is for strangers alone is left out for members. The body's
 * `data-member` tells scripts under which key this browser keeps what it remembers for the member.
 *
 * @param asset the page as it was built.
 * @param rewrite further changes of this page.
 */
export async function sitePage(
  c: Context<App>,
  asset: Response,
  options: { readonly status?: number; readonly rewrite?: Rewrite; readonly headers?: HeadersInit } = {},
): Promise<Response> {
  const { settings, now } = c.env.edge
  const member = c.get('member')
  const memberSlot =
    member === undefined
      ? undefined
      : String(
          await html`<span class="muted">${member.name}</span>
<form method="post" action="/sign-out"><button class="button-secondary" type="submit">Sign out</button></form>`,
        )
  const key = member && (await deviceKey(member.id))
  const rewriter = new HTMLRewriter()
    .on('body', {
      element(element) {
        if (key !== undefined) element.setAttribute('data-member', key)
      },
    })
    .on('head', {
      element(element) {
        // Visitors have nothing to keep, so they are spared the script.
        if (key !== undefined) element.append(keepOffline, { html: true })
      },
    })
    .on('[data-slot="member"]', {
      element(element) {
        if (memberSlot !== undefined) element.setInnerContent(memberSlot, { html: true })
      },
    })
    .on('[data-strangers]', {
      element(element) {
        if (member !== undefined) element.remove()
      },
    })
    .on('[data-slot="printed"]', {
      element(element) {
        element.setInnerContent(
          `${settings.SITE_ORIGIN}${c.req.path}, as it was on ${formatInstant(now(), 'Europe/London')}`,
        )
      },
    })
    .on('[data-slot="clock"]', {
      element(element) {
        if (settings.DEMO_CLOCK === undefined) return
        element.removeAttribute('hidden')
        element.setInnerContent(
          `Demonstration clock: ${formatInstant(now(), 'Europe/London')}. Deadlines go by it.`,
        )
      },
    })
  const page = (options.rewrite?.(rewriter) ?? rewriter).transform(asset)
  const headers = new Headers(options.headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  const { status = 200 } = options
  const keep = member !== undefined && c.req.method === 'GET' && status === 200 && mayBeKept(c.req.path)
  headers.set(offlineHeader, offlineSession(now(), c.get('deviceSession'), keep))
  headers.set('vary', 'Cookie, Accept')
  return new Response(page.body, { status, headers })
}

/** Answers with a page that only the Worker can write, in the site's own layout or in that of another `shell`. */
export async function shellPage(
  c: Context<App>,
  page: {
    readonly title: string
    readonly content: Fragment
    readonly status?: number
    readonly headers?: HeadersInit
    readonly shell?: '/shell/' | '/shell/my-cet/' | '/my-cet/certificates/' | '/verify/' | '/shell/result/'
    /** Further changes of this page. */
    readonly rewrite?: Rewrite | undefined
  },
): Promise<Response> {
  const shell = await assetOf(c, page.shell ?? '/shell/')
  const content = String(await page.content)
  const { status = 200, headers = {} } = page
  return sitePage(c, shell.ok ? shell : bareShell(), {
    status,
    headers,
    rewrite: (rewriter) =>
      (page.rewrite?.(rewriter) ?? rewriter).on('title', retitle(page.title)).on('[data-slot="content"]', {
        element: (element) => {
          element.setInnerContent(content, { html: true })
        },
      }),
  })
}

/** Stands in before the site has been built for the first time, so that even then a problem can be read. */
function bareShell(): Response {
  return new Response(
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title></title></head><body><main data-slot="content"></main></body></html>',
  )
}

/** Puts a page's own title in place of the shell's and keeps the name of the site behind it. */
export function retitle(title: string): HTMLRewriterElementContentHandlers {
  let built = ''
  return {
    text(chunk) {
      built += chunk.text
      if (!chunk.lastInTextNode) return void chunk.remove()
      const site = built.split(' – ').at(-1) ?? built
      chunk.replace(`${title} – ${site}`)
    },
  }
}
