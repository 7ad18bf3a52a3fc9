import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { SanityClient } from '@sanity/client'
import { validatePreviewUrl } from '@sanity/preview-url-secret'
import sirv from 'sirv'
import { z } from 'zod'
import { UserError } from '../user-error.ts'
import { Changes } from './changes.ts'
import { answerPage, answerTold, type PageSurroundings } from './page.ts'
import { type PreviewSession, PreviewSessions, perspectiveOf } from './sessions.ts'
import { openPreviewSite, type PreviewSite } from './site.ts'
import { notInPreview, notLetIn, secretRefused } from './told-pages.ts'
import { sendUpload, uploadsOrigin } from './uploads.ts'

/** How a preview is started. */
export type PreviewOptions = {
  readonly port: number
  /** Address to listen on; loopback unless given. */
  readonly host?: string
  /** Origin under which editors reach it; with https, Studio may be another site. */
  readonly url: string
  /** Where Studio is, without a slash at its end. */
  readonly studioUrl: string
  /** Reads drafts, with a token, which stays here. */
  readonly client: SanityClient
}

/** A running preview. */
export type RunningPreview = { readonly url: string; close(): Promise<void> }

/** Largest body of a request, in bytes. */
const maxBody = 4096

const perspectiveSchema = z.object({ perspective: z.union([z.string(), z.array(z.string())]) })

/**
 * Serves the site's own pages with drafts in them, to editors whom Studio let in.
 *
 * @throws UserError PREVIEW_BUILD_FAILED or PREVIEW_PORT_TAKEN
 */
export async function startPreview(options: PreviewOptions): Promise<RunningPreview> {
  const site = await openPreviewSite()
  const changes = new Changes(options.client)
  const preview = new Preview(options, site, changes)
  const server = createServer((request, response) => {
    preview.answer(request, response).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('The preview failed; what it was started from says why.')
    })
  })
  try {
    await listen(server, options.port, options.host ?? '127.0.0.1')
  } catch (error) {
    changes.close()
    throw error
  }
  return {
    url: options.url,
    close: () =>
      new Promise((resolve) => {
        changes.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new UserError(
              'PREVIEW_PORT_TAKEN',
              `Port ${port}, which the preview needs, ${error.code === 'EACCES' ? 'is not allowed to you' : 'is taken by another program'}.`,
              'Stop that program or choose another port.',
            )
          : error,
      ),
    )
    server.listen({ port, host, exclusive: true }, resolve)
  })
}

class Preview {
  readonly #around: PageSurroundings
  readonly #changes: Changes
  readonly #sessions: PreviewSessions
  readonly #url: string
  readonly #files: ReturnType<typeof sirv>

  constructor(options: PreviewOptions, site: PreviewSite, changes: Changes) {
    const { client, studioUrl } = options
    this.#url = new URL(options.url).origin
    this.#around = { site, client, studioUrl, url: this.#url }
    this.#changes = changes
    this.#sessions = new PreviewSessions(this.#url.startsWith('https:'))
    this.#files = sirv(site.client, { etag: true, dev: false })
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'same-origin')
    response.setHeader('x-robots-tag', 'noindex, nofollow')
    response.setHeader('cache-control', 'no-store')
    const { pathname, searchParams } = addressOf(request, this.#url)
    if (pathname === '/api/draft-mode/enable') return this.#enable(request, response)
    if (pathname === '/api/draft-mode/disable') {
      response.setHeader('set-cookie', this.#sessions.end(request.headers.cookie))
      return answerTold(response, this.#around, notLetIn(this.#around.studioUrl))
    }
    // Files of the build hold no content.
    if (/^\/(?:_astro|_preview)\/[^/]+\.[a-z0-9]+$|^\/(?:favicon\.svg|robots\.txt)$/.test(pathname)) {
      return this.#files(request, response)
    }
    const session = this.#sessions.of(request.headers.cookie)
    if (session === undefined) {
      return answerTold(response, this.#around, notLetIn(this.#around.studioUrl), { status: 401 })
    }
    if (pathname === '/_preview/perspective') return this.#changePerspective(request, response, session)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answerTold(response, this.#around, notInPreview, { status: 405, session })
    }
    if (pathname === '/_preview/changes') return this.#changes.add(response)
    if (pathname === '/_image/') return this.#image(request, response, searchParams)
    const upload = /^\/media\/([0-9a-f]{40}\.[a-z0-9]+)$/.exec(pathname)?.[1]
    if (upload !== undefined) return sendUpload(request, response, this.#around.client, upload)
    await answerPage(request, response, this.#around, session)
  }

  async #enable(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { client, studioUrl } = this.#around
    const valid = await validatePreviewUrl(client, new URL(request.url ?? '/', this.#url).href)
    if (!valid.isValid) {
      return answerTold(response, this.#around, secretRefused(studioUrl), { status: 401 })
    }
    const to = new URL(pathOnly(valid.redirectTo ?? '/'), this.#url)
    to.searchParams.delete('sanity-preview-perspective')
    response.writeHead(307, {
      location: `${to.pathname}${to.search}${to.hash}`,
      'set-cookie': this.#sessions.begin(perspectiveOf(valid.studioPreviewPerspective)),
    })
    response.end()
  }

  async #changePerspective(
    request: IncomingMessage,
    response: ServerResponse,
    session: PreviewSession,
  ): Promise<void> {
    const asked = perspectiveSchema.safeParse(await readJson(request))
    if (request.method !== 'POST' || request.headers.origin !== this.#url || !asked.success) {
      response.writeHead(400).end()
      return
    }
    const perspective = perspectiveOf(asked.data.perspective)
    const same = String(perspective) === String(session.perspective)
    session.perspective = perspective
    response.writeHead(same ? 204 : 200).end()
  }

  /** Sizes of images that pages name. Only images of the dataset are fetched, whatever the address asks for. */
  async #image(request: IncomingMessage, response: ServerResponse, search: URLSearchParams): Promise<void> {
    const href = search.get('href') ?? ''
    if (!URL.canParse(href) || new URL(href).origin !== uploadsOrigin(this.#around.client)) {
      response.writeHead(403).end()
      return
    }
    const image = await this.#around.site.image(new URL(request.url ?? '/', this.#url).href)
    response.writeHead(image.status, {
      'content-type': image.headers.get('content-type') ?? 'application/octet-stream',
      'cache-control': 'private, max-age=3600',
    })
    response.end(Buffer.from(await image.arrayBuffer()))
  }
}

/** The address of a request; a malformed one counts as the front page's. */
function addressOf(request: IncomingMessage, origin: string): URL {
  const path = pathOnly(request.url ?? '/')
  return URL.canParse(path, origin) ? new URL(path, origin) : new URL(origin)
}

/** A path of this origin: two slashes or a backslash at the start would name another host. */
function pathOnly(path: string): string {
  return path.replace(/^[/\\]*/, '/')
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > maxBody) return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
