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
  examUseToken: z.string().min(32),
  clientSecret: z.string().min(32),
  receiptKey: z.looseObject({ kty: z.string(), d: z.string() }),
})

/** Secrets that one installation makes for itself at its first start and keeps. */
export type Installation = z.infer<typeof installationSchema>

/** What the file may lack, because an earlier release of this software made it: secrets that came later. */
const laterSecrets = { examUseToken: true } as const
const storedSchema = installationSchema.partial(laterSecrets)

/**
 * Reads the installation's secrets, or makes them at the first start. Secrets that the installation is too old to have
 * are made and kept as well.
 *
 * @param folder the data folder.
 * @throws UserError START_DATA_BROKEN when the file is there and cannot be understood; nothing is overwritten.
 */
export async function openInstallation(folder: string): Promise<Installation> {
  const file = join(folder, 'installation.json')
  if (!existsSync(file)) return write(file, await makeInstallation())
  const stored = read(file)
  const { examUseToken } = stored
  return examUseToken === undefined
    ? write(file, { ...stored, examUseToken: secret() })
    : { ...stored, examUseToken }
}

function read(file: string): z.infer<typeof storedSchema> {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new UserError(
      'START_DATA_BROKEN',
      `${file} is damaged, and without it the data beside it cannot be used.`,
      'Restore that file from a backup, or start over with: npm start -- --reset',
    )
  }
}

function write(file: string, installation: Installation): Installation {
  writeFileSync(`${file}.new`, `${JSON.stringify(installation, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return installation
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

async function makeInstallation(): Promise<Installation> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return installationSchema.parse({
    lakeEditorToken: secret(),
    lakeViewerToken: secret(),
    releaseSecret: secret(),
    releaseToken: secret(),
    examUseToken: secret(),
    clientSecret: secret(),
    receiptKey: { ...jwk, alg: 'ES256', use: 'sig', kid: randomUUID() },
  })
}
