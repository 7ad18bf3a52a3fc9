/** A host that images may be read from at build time, in Astro’s terms. */
type ImageHost = { protocol: string; hostname: string; port: string }

/**
 * Where the build may fetch images: the lake’s own host, or Sanity’s image host when the lake is the hosted one.
 *
 * @param variables the environment; a malformed address is left for `siteEnvironment` to report.
 */
export function imageHosts(variables: Readonly<Record<string, string | undefined>>): ImageHost[] {
  const address = variables['SANITY_API_HOST'] || 'https://cdn.sanity.io'
  if (!URL.canParse(address)) return []
  const { protocol, hostname, port } = new URL(address)
  return [{ protocol: protocol.slice(0, -1), hostname, port }]
}
