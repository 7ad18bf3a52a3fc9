import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { held } from '../content/index.ts'
import { siteFolders } from '../environment.ts'
import { placeOriginals } from '../media/originals.ts'

/** Puts videos and captions into the site, which serves them itself. */
export function mediaOfThisBuild(variables: Readonly<Record<string, string | undefined>>): AstroIntegration {
  return {
    name: 'media-of-this-build',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const originals = held().pack.items.flatMap((item) =>
          item._type === 'video' ? [item.file.asset, item.captions.asset] : [],
        )
        if (originals.length === 0) return
        await placeOriginals(originals, {
          cache: join(siteFolders(variables).cache, 'originals'),
          into: join(fileURLToPath(dir), 'media'),
          lake: variables['SANITY_API_HOST'],
          token: variables['SANITY_READ_TOKEN'],
        })
      },
    },
  }
}
