import { createClient, type SanityClient } from '@sanity/client'
import type { SiteEnvironment } from '../environment.ts'

/**
 * The one client of the site: published documents only, a dated API, never the CDN, whose copies lag behind a publish.
 *
 * @param environment an API host of one's own (the embedded lake) is addressed without the project in its name.
 */
export function siteClient(environment: SiteEnvironment): SanityClient {
  return createClient({
    projectId: environment.SANITY_PROJECT_ID,
    dataset: environment.SANITY_DATASET,
    token: environment.SANITY_READ_TOKEN,
    apiVersion: '2025-02-19',
    perspective: 'published',
    useCdn: false,
    maxRetries: 2,
    ...(environment.SANITY_API_HOST === undefined
      ? {}
      : { apiHost: environment.SANITY_API_HOST, useProjectHostname: false }),
  })
}
