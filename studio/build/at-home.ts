/** `@font-face` rules whose files lie outside; no rule of this kind nests another. */
const OUTSIDE_FONT = /@font-face\s*\{[^}]*url\(\s*["']?https?:[^}]*\}\s*/g

/**
 * Takes out of Studio's style sheets the typeface that a browser would load from outside. It is bundled with an embedded
 * Studio instead (`studio/embedded/typeface.ts`).
 *
 * @param css - a style sheet that Sanity's build wrote
 * @throws Error `STUDIO_LOADS_FROM_OUTSIDE` when an outside address is left over, which a newer Sanity may bring
 */
export function cssAtHome(css: string): string {
  return checked(
    css.replaceAll(OUTSIDE_FONT, ''),
    /url\(\s*["']?(?:https?:)?\/\/[^)]+\)|@import[^;]+\/\/[^;]+/g,
  )
}

/**
 * Takes out of Studio's page what a browser would load from outside: the script that connects hosted Studios to Sanity's
 * dashboard, and the typeface.
 *
 * @param html - the page that Sanity's build wrote
 * @throws Error `STUDIO_LOADS_FROM_OUTSIDE` when an outside address is left over, which a newer Sanity may bring
 */
export function htmlAtHome(html: string): string {
  const home = html
    .replaceAll(/<script\b[^>]*\bdata-sanity-core\b[^>]*><\/script>\s*/g, '')
    .replaceAll(OUTSIDE_FONT, '')
  return checked(
    home,
    /<(?:script|link|img|iframe)\b[^>]*(?:src|href)\s*=\s*["']?(?:https?:)?\/\/[^>]+|url\(\s*["']?https?:[^)]+\)/g,
  )
}

function checked(text: string, outside: RegExp): string {
  const left = text.match(outside)
  if (left === null) return text
  throw new Error(
    `STUDIO_LOADS_FROM_OUTSIDE: an embedded Studio would load ${left.join(', ')}. Extend studio/build/at-home.ts.`,
  )
}
