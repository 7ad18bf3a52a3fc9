import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'
import { UserError } from '../user-error.ts'

const installationSchema = z.strictObject({
  lakeEditorToken: z.string().min(32),
  lakeViewerToken: z.string().min(32),
  releaseSecret: z.string().min(32),
  releaseToken: z.string().min(32),
  clientSecret: z.string().min(32),
  receiptKey: z.looseObject({ kty: z.string(), d: z.string() }),
})

/** Secrets that one installation makes for itself at its first start and keeps. */
export type Installation = z.infer<typeof installationSchema>

/**
 * Reads the installation's secrets, or makes them at the first start.
 *
 * @param folder the data folder.
 * @throws UserError START_DATA_BROKEN when the file is there and cannot be understood; nothing is overwritten.
 */
export async function openInstallation(folder: string): Promise<Installation> {
  const file = join(folder, 'installation.json')
  if (existsSync(file)) {
    try {
      return installationSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      throw new UserError(
        'START_DATA_BROKEN',
        `${file} is damaged, and without it the data beside it cannot be used.`,
        'Restore that file from a backup, or start over with: npm start -- --reset',
      )
    }
  }
  const made = await makeInstallation()
  writeFileSync(`${file}.new`, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return made
}

async function makeInstallation(): Promise<Installation> {
  const secret = () => randomBytes(32).toString('base64url')
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return installationSchema.parse({
    lakeEditorToken: secret(),
    lakeViewerToken: secret(),
    releaseSecret: secret(),
    releaseToken: secret(),
    clientSecret: secret(),
    receiptKey: { ...jwk, alg: 'ES256', use: 'sig', kid: randomUUID() },
  })
}
