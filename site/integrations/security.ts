import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { allowsFedMedia, hashesOf, withOwnHashes } from './security-hashes.ts'

/**
 * Gathers the hashes that Astro wrote into each page’s policy into `csp.json`, because the Worker sends the policy as
 * a header as well (only a header can forbid framing), one for all pages but those that feed a player by script, which
 * are listed by their paths. Each page keeps its own.
 */
export function contentSecurity(): AstroIntegration {
  const found = { script: new Set<string>(), style: new Set<string>(), fedMedia: new Set<string>() }

  const withOwnPolicy = async (response: Response, { url }: Request): Promise<Response> => {
    if (!response.headers.get('content-type')?.startsWith('text/html')) return response
    // One character a byte: all that is looked for is ASCII, and to decode and encode a page takes longer than the rest.
    const html = Buffer.from(await response.arrayBuffer()).toString('latin1')
    const { script, style } = hashesOf(html)
    for (const hash of script) found.script.add(hash)
    for (const hash of style) found.style.add(hash)
    if (allowsFedMedia(html)) found.fedMedia.add(new URL(url).pathname)
    return new Response(Buffer.from(withOwnHashes(html), 'latin1'), response)
  }

  return {
    name: 'content-security',
    hooks: {
      // Pages pass here on their way to the disk: to read and write them all again would take as long as to render them.
      'astro:build:start': ({ setPrerenderer }) => {
        for (const set of Object.values(found)) set.clear()
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          render: async (request, options) => {
            const rendered = await prerenderer.render(request, options)
            if (rendered instanceof Response) return withOwnPolicy(rendered, request)
            return { ...rendered, response: await withOwnPolicy(rendered.response, request) }
          },
        }))
      },
      'astro:build:done': async ({ dir }) => {
        const hashes = {
          script: Array.from(found.script).sort(),
          style: Array.from(found.style).sort(),
          fedMedia: Array.from(found.fedMedia).sort(),
        }
        await writeFile(join(fileURLToPath(dir), 'csp.json'), `${JSON.stringify(hashes, null, 2)}\n`)
      },
    },
  }
}
