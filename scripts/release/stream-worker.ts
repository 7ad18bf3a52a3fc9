import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../user-error.ts'
import type { WorkerAddress } from './worker-client.ts'

const installation = join(import.meta.dirname, '..', '..', '.data', 'installation.json')
const tokenSchema = z.object({ releaseToken: z.string() })

/**
 * The Worker whose media store a stream goes to. When the environment names none, the pack of this folder is meant,
 * which `npm start` keeps running.
 *
 * @throws UserError RELEASE_ENVIRONMENT_INVALID
 */
export function streamWorker(variables: NodeJS.ProcessEnv): WorkerAddress {
  const { SITE_URL: url, RELEASE_TOKEN: releaseToken } = variables
  if (url && releaseToken && URL.canParse(url)) return { url, releaseToken }
  if (!url && !releaseToken && existsSync(installation)) {
    const stored = tokenSchema.safeParse(JSON.parse(readFileSync(installation, 'utf8')))
    if (stored.success) return { url: 'http://localhost:8787', releaseToken: stored.data.releaseToken }
  }
  throw new UserError(
    'RELEASE_ENVIRONMENT_INVALID',
    'It is not said which media store is meant.',
    'Set SITE_URL to the address of the Worker and RELEASE_TOKEN to its secret.',
  )
}
