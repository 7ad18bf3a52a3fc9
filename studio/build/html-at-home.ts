/**
 * Takes out of Studio's HTML what a browser would load from outside: the script that connects hosted Studios to Sanity's
 * dashboard, and the typeface. The typeface is bundled with an embedded Studio instead.
 *
 * @param html - what Sanity's build wrote
 * @throws Error `STUDIO_HTML_CHANGED` when an outside address is left over, which a newer Sanity may bring
 */
export function htmlAtHome(html: string): string {
  const home = html
    .replaceAll(/<script\b[^>]*\bdata-sanity-core\b[^>]*><\/script>\s*/g, '')
    .replaceAll(/@font-face\s*\{[^}]*https?:\/\/[^}]*\}\s*/g, '')
  const outside = home.match(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\/[^"'\s>]+|url\(\s*["']?https?:[^)]+\)/g)
  const loaded = outside?.filter((found) => !found.includes('www.enable-javascript.com')) ?? []
  if (loaded.length === 0) return home
  throw new Error(
    `STUDIO_HTML_CHANGED: Studio’s page would load from outside: ${loaded.join(', ')}. Extend studio/build/html-at-home.ts.`,
  )
}
