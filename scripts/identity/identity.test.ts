import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningIdentity, startIdentity } from './index.ts'

let folder = ''
let running: RunningIdentity
const clients = [
  {
    id: 'pack',
    secret: 'a-secret-of-the-test-0123456789abcdef',
    redirectUris: ['http://localhost:8787/sign-in/callback'],
    postLogoutRedirectUris: ['http://localhost:8787/'],
  },
]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'identity-test-'))
  running = await startIdentity({ port: 0, folder, clients })
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the development provider', () => {
  test('names itself by its address', async () => {
    const metadata = await (await fetch(`${running.issuer}/.well-known/openid-configuration`)).json()
    expect(metadata).toMatchObject({
      issuer: running.issuer,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
    })
  })

  test('signs with the same key after a restart, in a file for its owner alone', async () => {
    const keys = async (issuer: string) => (await fetch(`${issuer}/jwks`)).text()
    const again = await startIdentity({ port: 0, folder, clients })
    expect(await keys(again.issuer)).toBe(await keys(running.issuer))
    await again.close()
    expect(statSync(join(folder, 'identity-keys.json')).mode & 0o777).toBe(0o600)
  })

  test('can be reached on loopback only', async () => {
    const { port } = new URL(running.issuer)
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of outer) await expect(fetch(`http://${address}:${port}/jwks`)).rejects.toThrow()
  })

  test.for([
    ['no PKCE', {}],
    [
      'another return address',
      { redirect_uri: 'http://localhost:8787/elsewhere', code_challenge: 'x'.repeat(43) },
    ],
    ['an unknown client', { client_id: 'nobody', code_challenge: 'x'.repeat(43) }],
  ] as const)('does not go along with %s', async ([, changes]) => {
    const query = new URLSearchParams({
      client_id: 'pack',
      redirect_uri: 'http://localhost:8787/sign-in/callback',
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      ...changes,
    })
    const answer = await fetch(`${running.issuer}/auth?${query}`, { redirect: 'manual' })
    expect(answer.headers.get('location') ?? 'none').not.toContain('/interaction/')
  })

  test('a page of it that is over says what to do', async () => {
    const answer = await fetch(`${running.issuer}/interaction/none`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('start again')
  })

  test('a taken port and damaged keys are errors with a code and a remedy', async () => {
    const port = Number(new URL(running.issuer).port)
    await expect(startIdentity({ port, folder, clients })).rejects.toMatchObject({
      code: 'IDENTITY_PORT_TAKEN',
    })
    const damaged = mkdtempSync(join(tmpdir(), 'identity-test-'))
    writeFileSync(join(damaged, 'identity-keys.json'), '{')
    await expect(startIdentity({ port: 0, folder: damaged, clients })).rejects.toMatchObject({
      code: 'IDENTITY_KEYS_BROKEN',
    })
    rmSync(damaged, { recursive: true })
  })
})
