import { globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { allowsFedMedia, hashesOf, withOwnHashes } from './security-hashes.ts'

/**
 * Gathers the hashes that Astro wrote into each page’s policy into `csp.json`, because the Worker sends the policy as
 * a header as well (only a header can forbid framing), one for all pages but those that feed a player by script, which
 * are listed by their paths. Each page keeps its own.
 */
export function contentSecurity(): AstroIntegration {
  return {
    name: 'content-security',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const pages = globSync('**/*.html', { cwd: folder })
        const texts = await Promise.all(pages.map((page) => readFile(join(folder, page), 'utf8')))
        const found = texts.map(hashesOf)
        await Promise.all(
          pages.map((page, index) => writeFile(join(folder, page), withOwnHashes(texts[index] ?? ''))),
        )
        const union = (name: 'script' | 'style') =>
          Array.from(new Set(found.flatMap((hashes) => hashes[name]))).sort()
        const fedMedia = pages
          .filter((_, index) => allowsFedMedia(texts[index] ?? ''))
          .map((page) => `/${page.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
          .sort()
        const hashes = { script: union('script'), style: union('style'), fedMedia }
        await writeFile(join(folder, 'csp.json'), `${JSON.stringify(hashes, null, 2)}\n`)
      },
    },
  }
}
