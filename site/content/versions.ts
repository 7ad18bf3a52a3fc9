import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { versionNameSchema } from '../../core/index.ts'
import { SiteError } from '../errors.ts'

const versionNamesSchema = z.record(z.string(), z.object({ version: versionNameSchema }))

/** The name of the version that each exam's page is to carry, by exam ID. */
export type VersionNames = z.infer<typeof versionNamesSchema>

/**
 * Reads what the release step wrote.
 *
 * @param path of a JSON file.
 * @throws SiteError EXAM_VERSIONS_UNREADABLE
 */
export async function versionNames(path: string): Promise<VersionNames> {
  try {
    return versionNamesSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new SiteError(
      'EXAM_VERSIONS_UNREADABLE',
      `The exam versions in ${path} cannot be read (${error instanceof Error ? error.message : String(error)}).`,
      'Run the release step, which writes them, and point EXAM_VERSIONS at its file.',
    )
  }
}
