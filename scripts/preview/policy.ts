import { createHash } from 'node:crypto'

/**
 * The content security policy of a page of the preview. It is the site's own, but for two things: Studio may frame the
 * page, and the overlay writes styles as it goes.
 *
 * @param html inline scripts in it may run, by their hash.
 * @param studioOrigin who may frame it.
 */
export function pagePolicy(html: string, studioOrigin: string): string {
  const inline = Array.from(
    html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g),
    ([, text = '']) => text,
  )
  const hashes = new Set(
    inline.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
  )
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${studioOrigin}`,
  ].join('; ')
}
