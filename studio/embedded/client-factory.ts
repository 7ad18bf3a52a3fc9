import { type ClientConfig, createClient, type SanityClient } from '@sanity/client'
import { spreadStreams } from './spread-streams.ts'

/**
 * Makes the clients of an embedded Studio: signed in as the one editor, and able to hold many event streams.
 *
 * @param token - the editor's token; Studio itself stays unaware of it and never shows a sign-in page
 */
export function embeddedClientFactory(token: string | undefined): (config: ClientConfig) => SanityClient {
  const fetch = spreadStreams(
    (input, init) => globalThis.fetch(input, init),
    Math.floor(Math.random() * 1000),
  )
  return (config) =>
    createClient({
      ...config,
      ...(token !== undefined && { token, withCredentials: false }),
      // The warning is about tokens on public sites. This Studio is served on loopback, with a token of one installation.
      ignoreBrowserTokenWarning: true,
      resolveFetch: () => fetch,
    })
}
