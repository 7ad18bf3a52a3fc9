import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { held } from '../content/index.ts'
import { packFactsFile, packFactsOf } from '../content/pack-facts.ts'

/** Puts beside the pages what the Worker needs to know of the pack that they show. */
export function packFactsOfThisBuild(): AstroIntegration {
  return {
    name: 'pack-facts-of-this-build',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const facts = packFactsOf(held())
        await writeFile(join(fileURLToPath(dir), packFactsFile), `${JSON.stringify(facts)}\n`)
      },
    },
  }
}
