import { createHash } from 'node:crypto'

/** Sources of inline scripts and styles, such as `sha256-…`, without quotes. */
export type PolicyHashes = { readonly script: readonly string[]; readonly style: readonly string[] }

/** Whether a page’s policy lets its player be fed by script, which only pages with a stream ask for. */
export function allowsFedMedia(html: string): boolean {
  return directiveOf(html, 'media-src').split(/\s+/).includes('blob:')
}

/**
 * Reads the hashes out of a page’s policy.
 *
 * @param html a built page.
 * @returns empty lists for a page that has no policy.
 */
export function hashesOf(html: string): PolicyHashes {
  const hashes = (name: string) =>
    Array.from(directiveOf(html, name).matchAll(/sha(?:256|384|512)-[A-Za-z0-9+/=]+/g), ([hash]) => hash)
  return { script: hashes('script-src'), style: hashes('style-src') }
}

function directiveOf(html: string, name: string): string {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? ''
  return policy.split(';').find((part) => part.trim().startsWith(`${name} `)) ?? ''
}

/**
 * A page whose policy names the page's own inline scripts and styles alone. Astro names those of all pages on each,
 * which allows more than a page needs and weighs half a kilobyte that does not compress.
 *
 * @param html a built page, with SHA-256 hashes.
 */
export function withOwnHashes(html: string): string {
  const inline = html.matchAll(/<(script|style)\b(?![^>]* src=)[^>]*>([\s\S]*?)<\/\1>/g)
  const own = new Set(
    Array.from(
      inline,
      ([, , code = '']) => `'sha256-${createHash('sha256').update(code, 'latin1').digest('base64')}'`,
    ),
  )
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, (policy) =>
    policy.replaceAll(/ 'sha256-[^']*'/g, (hash) => (own.has(hash.trim()) ? hash : '')),
  )
}
