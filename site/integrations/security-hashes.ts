/** Sources of inline scripts and styles, such as `sha256-…`, without quotes. */
export type PolicyHashes = { readonly script: readonly string[]; readonly style: readonly string[] }

/**
 * Reads the hashes out of a page’s policy.
 *
 * @param html a built page.
 * @returns empty lists for a page that has no policy.
 */
export function hashesOf(html: string): PolicyHashes {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? ''
  const directive = (name: string) =>
    policy.split(';').find((part) => part.trim().startsWith(`${name} `)) ?? ''
  const hashes = (name: string) =>
    Array.from(directive(name).matchAll(/sha(?:256|384|512)-[A-Za-z0-9+/=]+/g), ([hash]) => hash)
  return { script: hashes('script-src'), style: hashes('style-src') }
}
