import { copyFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

const family = '@expo-google-fonts/source-sans-3'

/** What of the family goes where. The SIL Open Font Licence asks that its text goes along with the fonts. */
const files = {
  'regular.ttf': `${family}/400Regular/SourceSans3_400Regular.ttf`,
  'semibold.ttf': `${family}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  'LICENSE.txt': `${family}/LICENSE_FONT`,
} as const

/** Puts beside the pages the fonts that the Worker prints certificates with. No page asks for them. */
export function certificateFonts(): AstroIntegration {
  return {
    name: 'certificate-fonts',
    hooks: {
      'astro:build:done': ({ dir }) => placeCertificateFonts(fileURLToPath(dir.href)),
    },
  }
}

/** Copies the fonts of certificates into a site's folder. */
export async function placeCertificateFonts(site: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url)
  const folder = join(site, 'certificate-fonts')
  await mkdir(folder, { recursive: true })
  await Promise.all(
    Object.entries(files).map(([name, source]) => copyFile(resolve(source), join(folder, name))),
  )
}
