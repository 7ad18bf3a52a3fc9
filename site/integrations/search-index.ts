import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { searchIndexFile } from '../../core/index.ts'
import { held } from '../content/index.ts'
import { searchIndexOf } from '../content/search-index.ts'

/** Puts beside the pages what the Worker searches them by. */
export function searchIndexOfThisBuild(): AstroIntegration {
  return {
    name: 'search-index-of-this-build',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await writeFile(join(fileURLToPath(dir), searchIndexFile), searchIndexOf(held().pack))
      },
    },
  }
}
