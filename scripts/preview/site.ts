import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { App } from 'astro/app'
import { hold, type SiteContent } from '../../site/content/index.ts'
import { buildPreviewSite } from './build.ts'

/** The site's own pages, rendered when they are asked for. */
export type PreviewSite = {
  /** Folder with styles, scripts and other files that hold no content. */
  readonly client: string
  /** Address of the stylesheet of every page. */
  readonly stylesheet: string | undefined
  /** Whether the site has a page at this address, as far as its routes tell. */
  has(url: string): boolean
  /** Renders a page with this content. Pages are rendered one after another, because they all look at one content. */
  page(url: string, content: SiteContent): Promise<string>
  /** Answers for an image that pages were rendered with: another size, another format. */
  image(url: string): Promise<Response>
}

// Content is held for the whole process (see `site/content/index.ts`), so the queue is as well.
let last: Promise<unknown> = Promise.resolve()

/**
 * Compiles the pages, unless they have been, and makes them ready.
 *
 * @throws UserError PREVIEW_BUILD_FAILED
 */
export async function openPreviewSite(): Promise<PreviewSite> {
  const folder = await buildPreviewSite()
  const client = join(folder, 'client')
  // Of several stylesheets, the one that every page has: it alone sets the tokens.
  const style = globSync('_astro/*.css', { cwd: client }).find((file) =>
    readFileSync(join(client, file), 'utf8').includes('--paper:'),
  )
  const { app }: { app: App } = await import(pathToFileURL(join(folder, 'server', 'entry.mjs')).href)
  const render = async (url: string, content: SiteContent): Promise<string> => {
    hold(content)
    const answer = await app.render(new Request(url))
    if (!answer.ok) throw new Error(`${new URL(url).pathname} was rendered with status ${answer.status}`)
    return answer.text()
  }
  return {
    client,
    stylesheet: style === undefined ? undefined : `/${style.replaceAll('\\', '/')}`,
    has: (url) => app.match(new Request(url)) !== undefined,
    page(url, content) {
      const page = last.then(() => render(url, content))
      last = page.catch(() => undefined)
      return page
    },
    image: (url) => app.render(new Request(url)),
  }
}
