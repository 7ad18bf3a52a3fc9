import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createClient } from '@sanity/client'
import { z } from 'zod'
import { buildSite } from '../../site/build.ts'
import { UserError } from '../user-error.ts'
import { releaseExams } from './index.ts'
import { fillMediaStore } from './media-store.ts'

const secret = z.string({ error: 'is not set' }).min(32, 'must have at least 32 characters')
const environmentSchema = z.object({
  SANITY_PROJECT_ID: z.string({ error: 'is not set' }).min(1),
  SANITY_DATASET: z.string({ error: 'is not set' }).min(1),
  SANITY_API_HOST: z.url().optional(),
  SANITY_READ_TOKEN: z.string({ error: 'is not set' }).min(1),
  SITE_URL: z.url({ error: 'is not the address of the Worker' }),
  RELEASE_TOKEN: secret,
  RELEASE_SECRET: secret,
})

/**
 * A release as the environment describes it; `wrangler deploy` makes its site live.
 *
 * @throws UserError RELEASE_* with what to do; the live site is as it was then.
 */
export async function releaseWhole(variables: NodeJS.ProcessEnv): Promise<void> {
  const environment = readEnvironment(variables)
  // The build inherits this process's environment, and it has no business with what keeps exam versions secret.
  for (const name of ['RELEASE_SECRET', 'RELEASE_TOKEN']) Reflect.deleteProperty(process.env, name)
  const { SANITY_API_HOST: apiHost } = environment
  const client = createClient({
    projectId: environment.SANITY_PROJECT_ID,
    dataset: environment.SANITY_DATASET,
    apiVersion: '2025-02-19',
    perspective: 'published',
    useCdn: false,
    token: environment.SANITY_READ_TOKEN,
    ...(apiHost !== undefined && { apiHost, useProjectHostname: false }),
  })
  const worker = { url: environment.SITE_URL, releaseToken: environment.RELEASE_TOKEN }
  const names = await releaseExams({ client, worker, secret: environment.RELEASE_SECRET })
  console.log(`The Worker at ${environment.SITE_URL} knows ${Object.keys(names).length} exams.`)

  const cache = resolve('.data', 'cache', 'site')
  mkdirSync(cache, { recursive: true })
  const examVersions = join(cache, 'exam-versions.json')
  writeFileSync(examVersions, `${JSON.stringify(names, undefined, 2)}\n`)
  const outDir = resolve(variables['SITE_OUT_DIR'] ?? join('dist', 'site'))
  await buildSite({ outDir, examVersions, cache, environment: definedOf(environment) })
  const sent = await fillMediaStore(worker, { site: outDir, originals: join(cache, 'originals') })
  for (const name of sent) console.log(`The media store has taken ${name}.`)
  console.log(`The site is in ${outDir}. Make it live with: npx wrangler deploy`)
}

function readEnvironment(variables: NodeJS.ProcessEnv): z.infer<typeof environmentSchema> {
  const parsed = environmentSchema.safeParse(variables)
  if (parsed.success) return parsed.data
  throw new UserError(
    'RELEASE_ENVIRONMENT_INVALID',
    `The release cannot start:\n${parsed.error.issues.map((issue) => `  - ${issue.path.join('.')} ${issue.message}`).join('\n')}\n`,
    'Set these variables (docs/configuration.md says what each is) and run it again.',
  )
}

/** What the site build needs; the release's own secrets stay here. */
function definedOf(environment: z.infer<typeof environmentSchema>): Record<string, string> {
  const { RELEASE_TOKEN: _, RELEASE_SECRET: __, ...site } = environment
  return Object.fromEntries(
    Object.entries(site).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
