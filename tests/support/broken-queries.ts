import { createClient, type SanityClient } from '@sanity/client'

/** A client whose queries fail until they are mended, while its event stream goes on. */
export function withBrokenQueries(client: SanityClient): { readonly client: SanityClient; mend(): void } {
  let broken = true
  return {
    client: createClient({
      ...client.config(),
      resolveFetch: () => async (input, init) => {
        if (broken && String(input).includes('/data/query/')) throw new TypeError('The network is down.')
        return await fetch(input, init)
      },
      maxRetries: 0,
    }),
    mend() {
      broken = false
    },
  }
}
