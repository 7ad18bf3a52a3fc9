import { SANITY_VERSION } from 'sanity'

/** The part of `fetch` that is used here. */
type Fetch = typeof globalThis.fetch

/** Where Studio looks for its own newer versions. */
const VERSION_HOST = 'sanity-cdn.com'

/**
 * Wraps `fetch` so that an embedded Studio asks nobody outside.
 *
 * Studio looks for newer versions of itself and has no setting against it; the answer given here is that the installed
 * version is the newest. Any other request outside is refused as if there were no network.
 *
 * @param fetch - what carries out the requests that stay
 * @param homes - origins that may be asked besides loopback
 */
export function stayHome(fetch: Fetch, homes: readonly string[]): Fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, globalThis.location?.href)
    if (isHome(url, homes)) return await fetch(input, init)
    if (url.hostname === VERSION_HOST) {
      return Response.json({ latest: SANITY_VERSION, packageVersion: SANITY_VERSION })
    }
    throw new TypeError(`Failed to fetch: an embedded Studio does not ask ${url.host}`)
  }
}

function isHome({ protocol, hostname, origin }: URL, homes: readonly string[]): boolean {
  if (protocol === 'data:' || protocol === 'blob:') return true
  if (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1') return true
  return homes.includes(origin)
}
