import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'esbuild'

const source = join(import.meta.dirname, '..', 'offline')

/**
 * Puts the service worker and the script that starts it beside the pages. Both have a fixed address; the service worker is
 * another one for each build whose page for times without a network is another, so that browsers take up the new one.
 */
export function offlineOfThisBuild(): AstroIntegration {
  return {
    name: 'offline-of-this-build',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const page = await readFile(join(folder, 'offline', 'index.html'))
        const buildName = createHash('sha256').update(page).digest('hex').slice(0, 12)
        await build({
          entryPoints: ['service-worker', 'keep-offline'].map((name) => join(source, `${name}.ts`)),
          outdir: folder,
          bundle: true,
          minify: true,
          format: 'iife',
          target: 'es2023',
          define: { buildName: JSON.stringify(buildName) },
          logLevel: 'silent',
        })
      },
    },
  }
}
