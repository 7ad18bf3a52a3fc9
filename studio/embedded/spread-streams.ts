/** The part of `fetch` that is used here. */
type Fetch = typeof globalThis.fetch

/** How many numbered hosts there are. Browsers open six HTTP/1.1 connections to each. */
const HOSTS = 1000

/**
 * Wraps `fetch` so that event streams go to numbered hosts.
 *
 * Studio keeps more than six event streams open, and a browser opens at most six HTTP/1.1 connections to one host, all
 * its tabs together. The seventh stream would wait for ever, and Studio with it. Every name below `localhost` leads to
 * loopback, so a stream gets a host of its own: `s17.localhost`. Other requests, and hosts that are not `localhost`
 * (they have HTTP/2 or numbered names of their own), are left alone.
 *
 * @param fetch - what carries out the requests
 * @param first - number of the first host; tabs should start at different ones
 */
export function spreadStreams(fetch: Fetch, first: number): Fetch {
  let next = first
  return (input, init) => {
    const url = urlOf(input)
    if (!isEventStream(url) || !isLocalhost(url)) return fetch(input, init)
    url.hostname = `s${next % HOSTS}.localhost`
    next += 1
    return fetch(input instanceof Request ? new Request(url, input) : url, init)
  }
}

function urlOf(input: string | URL | Request): URL {
  return new URL(input instanceof Request ? input.url : input)
}

function isEventStream({ pathname }: URL): boolean {
  return /\/data\/(?:listen|live\/events)\b/.test(pathname)
}

function isLocalhost({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost')
}
