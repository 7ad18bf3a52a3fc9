import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { UserError } from './user-error.ts'

const installation = join(import.meta.dirname, '..', '.data', 'installation.json')

/**
 * A client for the dataset that the environment names; it reads drafts too. When the environment names none, the pack of
 * this folder is meant, which `npm start` keeps running.
 *
 * @param env `SANITY_WRITE_TOKEN`, and `SANITY_PROJECT_ID` for a hosted project or `SANITY_API_HOST` for an embedded
 *   Content Lake; `SANITY_DATASET` is `production` unless it is set.
 * @param access what it is for: who only reads may show `SANITY_READ_TOKEN` instead.
 * @throws UserError DATASET_TOKEN_MISSING, DATASET_PROJECT_MISSING
 */
export function datasetClient(env: NodeJS.ProcessEnv, access: 'read' | 'write'): SanityClient {
  const elsewhere = Boolean(env['SANITY_PROJECT_ID']) || !isLoopback(env['SANITY_API_HOST'])
  const local = elsewhere ? undefined : localToken()
  const apiHost = env['SANITY_API_HOST'] || (local === undefined ? undefined : 'http://localhost:3535')
  const token =
    env['SANITY_WRITE_TOKEN'] || (access === 'read' ? env['SANITY_READ_TOKEN'] : undefined) || local
  if (!token) {
    throw new UserError(
      'DATASET_TOKEN_MISSING',
      `The dataset cannot be ${access === 'read' ? 'read' : 'written to'} without a token.`,
      access === 'read'
        ? 'Set SANITY_READ_TOKEN to a token with the role Viewer, or SANITY_WRITE_TOKEN.'
        : 'Set SANITY_WRITE_TOKEN to a token with the role Editor.',
    )
  }
  if (!apiHost && !env['SANITY_PROJECT_ID']) {
    throw new UserError(
      'DATASET_PROJECT_MISSING',
      'It is not said which project is meant.',
      'Set SANITY_PROJECT_ID for a hosted project, or SANITY_API_HOST for an embedded Content Lake.',
    )
  }
  return createClient({
    projectId: env['SANITY_PROJECT_ID'] || 'survivalpack',
    dataset: env['SANITY_DATASET'] || 'production',
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
    token,
    ...(apiHost ? { apiHost, useProjectHostname: false } : {}),
  })
}

function isLoopback(host: string | undefined): boolean {
  return !host || /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?\/?$/.test(host)
}

/** The editor's token of the pack of this folder, if it has ever been started. */
function localToken(): string | undefined {
  if (!existsSync(installation)) return undefined
  const secrets: unknown = JSON.parse(readFileSync(installation, 'utf8'))
  if (typeof secrets !== 'object' || secrets === null || !('lakeEditorToken' in secrets)) return undefined
  return typeof secrets.lakeEditorToken === 'string' ? secrets.lakeEditorToken : undefined
}
