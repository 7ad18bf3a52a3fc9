// `npm run seed`: writes the demonstration pack into a dataset, hosted or embedded.
import { parseArgs } from 'node:util'
import { createClient } from '@sanity/client'
import { reportAndExit, UserError } from '../user-error.ts'
import { seed } from './index.ts'

try {
  const { overwrite } = options(process.argv.slice(2))
  await seed({ client: clientFrom(process.env), log: (line) => console.log(line), overwrite })
} catch (error) {
  reportAndExit(error)
}

function options(args: string[]): { overwrite: boolean } {
  try {
    const { values } = parseArgs({ args, options: { overwrite: { type: 'boolean', default: false } } })
    return values
  } catch (error) {
    throw new UserError(
      'SEED_OPTION_UNKNOWN',
      error instanceof Error ? error.message : String(error),
      'The only option is --overwrite, which puts back what editors have changed or deleted.',
    )
  }
}

function clientFrom(env: NodeJS.ProcessEnv) {
  const apiHost = env['SANITY_API_HOST']
  const token = env['SANITY_WRITE_TOKEN']
  if (!token) {
    throw new UserError(
      'SEED_TOKEN_MISSING',
      'Nothing can be written without a token.',
      'Set SANITY_WRITE_TOKEN to a token with the role Editor.',
    )
  }
  if (!apiHost && !env['SANITY_PROJECT_ID']) {
    throw new UserError(
      'SEED_PROJECT_MISSING',
      'It is not said which project to write to.',
      'Set SANITY_PROJECT_ID for a hosted project, or SANITY_API_HOST for an embedded Content Lake.',
    )
  }
  return createClient({
    projectId: env['SANITY_PROJECT_ID'] || 'survivalpack',
    dataset: env['SANITY_DATASET'] || 'production',
    apiVersion: '2025-02-19',
    perspective: 'published',
    useCdn: false,
    token,
    ...(apiHost ? { apiHost, useProjectHostname: false } : {}),
  })
}
