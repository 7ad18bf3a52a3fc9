import { ClientError, type SanityClient } from '@sanity/client'
import { siteEnvironment } from '../environment.ts'
import { SiteError } from '../errors.ts'
import { siteContentQuery } from '../queries/site-content.ts'
import { siteClient } from './client.ts'
import { siteContent } from './door.ts'
import type { SiteContent } from './types.ts'
import { versionNames } from './versions.ts'

/**
 * Reads everything that the site shows, once a build.
 *
 * @param variables the environment, see `siteEnvironment`.
 * @throws SiteError with the remedy, whatever goes wrong on the way.
 */
export async function fetchSiteContent(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<SiteContent> {
  const environment = siteEnvironment(variables)
  const client = siteClient(environment)
  const [answer, versions] = await Promise.all([ask(client), versionNames(environment.EXAM_VERSIONS)])
  return siteContent(answer, versions)
}

async function ask(client: SanityClient): Promise<unknown> {
  const { dataset, projectId } = client.config()
  const where = `${new URL(client.getUrl('/')).origin}, project ${projectId}, dataset ${dataset}`
  const answer: unknown = await client.fetch<unknown>(siteContentQuery).catch((error: unknown) => {
    throw lakeError(where, error)
  })
  if (answer !== null) return answer
  throw new SiteError(
    'CONTENT_MISSING',
    `There are no published site settings in the Content Lake at ${where}.`,
    'Publish the document “Site settings”, or check that the token may read this dataset.',
  )
}

function lakeError(where: string, error: unknown): SiteError {
  if (error instanceof ClientError) {
    return new SiteError(
      'LAKE_REFUSED',
      `The Content Lake at ${where} refused to answer (${error.statusCode}: ${error.message}).`,
      error.statusCode === 401 || error.statusCode === 403
        ? 'Check SANITY_READ_TOKEN: it must be allowed to read this dataset.'
        : 'Check SANITY_PROJECT_ID and SANITY_DATASET.',
    )
  }
  return new SiteError(
    'LAKE_UNREACHABLE',
    `The Content Lake at ${where} does not answer (${error instanceof Error ? error.message : String(error)}).`,
    'Start it, or check SANITY_API_HOST and the network, and build again.',
  )
}
