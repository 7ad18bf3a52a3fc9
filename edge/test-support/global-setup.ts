import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startIdentity } from '../../scripts/identity/index.ts'
import { startHostileIssuers } from './hostile-issuers.ts'
import './provided.ts'

/** Starts the identity providers that the Worker signs members in with: the real one, and one that lies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'edge-test-'))
  const clientSecret = randomBytes(32).toString('base64url')
  const siteOrigin = 'http://localhost:8787'
  const identity = await startIdentity({
    port: 0,
    folder,
    clients: [
      {
        id: 'pack',
        secret: clientSecret,
        redirectUris: [`${siteOrigin}/sign-in/callback`],
        postLogoutRedirectUris: [`${siteOrigin}/`],
      },
    ],
  })
  const hostile = await startHostileIssuers(clientSecret)
  project.provide('providers', {
    issuer: identity.issuer,
    hostile: hostile.base,
    clientSecret,
    siteOrigin,
  })
  return async () => {
    await Promise.all([identity.close(), hostile.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}
