import { resolve } from 'node:path'
import { z } from 'zod'
import { SiteError } from './errors.ts'

const httpUrl = (remedy: string) => z.url({ protocol: /^https?$/, error: remedy })

const environmentSchema = z.object({
  SANITY_PROJECT_ID: z
    .string({ error: 'Set it to the project’s ID.' })
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'Write the project’s ID: lower-case letters, digits and hyphens.'),
  SANITY_DATASET: z
    .string({ error: 'Set it to the dataset’s name, such as production.' })
    .regex(/^~?[a-z0-9][a-z0-9_-]*$/, 'Write the dataset’s name, such as production.'),
  SANITY_API_HOST: httpUrl(
    'Write the address of the Content Lake, or unset it for the hosted one.',
  ).optional(),
  SANITY_READ_TOKEN: z
    .string({ error: 'Set it to a token that may read the dataset.' })
    .min(1, 'Set it to a token that may read the dataset.'),
  SITE_URL: httpUrl('Write the address that members use, such as https://pack.example.').optional(),
  EXAM_VERSIONS: z
    .string({ error: 'Set it to the file that the release step wrote (JSON, exam ID to version).' })
    .min(1, 'Set it to the file that the release step wrote (JSON, exam ID to version).'),
})

/** What a build of the site needs to know of where it runs. */
export type SiteEnvironment = z.infer<typeof environmentSchema>

/**
 * Reads the build's environment.
 *
 * @param variables names and values; an empty value counts as unset.
 * @throws SiteError ENVIRONMENT_INVALID, naming every variable that is missing or malformed, never a value.
 */
export function siteEnvironment(variables: Readonly<Record<string, string | undefined>>): SiteEnvironment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `  - ${issue.path.join('.')}: ${issue.message}`)
  throw new SiteError(
    'ENVIRONMENT_INVALID',
    `The site cannot be built with this environment:\n${faults.join('\n')}`,
    'Set these variables and build again.',
  )
}

/** Folders of a build, as absolute paths; both can be moved by the environment. */
export function siteFolders(variables: Readonly<Record<string, string | undefined>>): {
  /** Where the finished site goes. */
  readonly out: string
  /** What may be kept between builds: originals of media and finished image sizes. */
  readonly cache: string
} {
  const root = resolve(import.meta.dirname, '..')
  return {
    out: resolve(root, variables['SITE_OUT_DIR'] || 'dist/site'),
    cache: resolve(root, variables['SITE_CACHE'] || '.data/cache/site'),
  }
}
