import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'
import { UserError } from '../user-error.ts'

const keysSchema = z.object({
  cookies: z.array(z.string().min(32)).min(1),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string(), d: z.string() })).min(1) }),
})

/** Keys of one installation's provider: what signs its tokens and its cookies. */
export type IdentityKeys = z.infer<typeof keysSchema>

/**
 * Reads the provider's keys, or makes them at the first start.
 *
 * @param folder where they are kept; made when it is missing.
 * @throws UserError IDENTITY_KEYS_BROKEN
 */
export async function openKeys(folder: string): Promise<IdentityKeys> {
  const file = join(folder, 'identity-keys.json')
  if (existsSync(file)) {
    try {
      return keysSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      throw new UserError(
        'IDENTITY_KEYS_BROKEN',
        `${file} is damaged.`,
        'Delete it: new keys are made, and everybody who is signed in there signs in again.',
      )
    }
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = {
    ...(await exportJWK(privateKey)),
    use: 'sig',
    alg: 'RS256',
    kid: randomBytes(8).toString('hex'),
  }
  const keys = keysSchema.parse({ cookies: [randomBytes(32).toString('base64url')], jwks: { keys: [jwk] } })
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(keys)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return keys
}
