import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { type LargeMedia, largeMediaFile } from '../../core/index.ts'
import { held } from '../content/index.ts'
import { siteFolders } from '../environment.ts'
import { placeOriginals } from '../media/originals.ts'

/** The largest file that Cloudflare serves as part of a site, in bytes: 25 MiB. */
const assetLimit = 25 * 1024 * 1024

/**
 * Puts videos and captions into the site, which serves them itself, and lists what is too large for that, so that the
 * release step can take it to the media store. `SITE_MEDIA_LIMIT` (bytes) lowers the limit, for a rehearsal.
 */
export function mediaOfThisBuild(variables: Readonly<Record<string, string | undefined>>): AstroIntegration {
  return {
    name: 'media-of-this-build',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const videos = held().pack.items.filter((item) => item._type === 'video')
        const originals = videos.flatMap(({ file, captions }) => [file.asset, captions.asset])
        const distinct = Array.from(new Map(originals.map((each) => [each._id, each])).values())
        const files = await placeOriginals(distinct, {
          cache: join(siteFolders(variables).cache, 'originals'),
          into: join(folder, 'media'),
          limit: Math.min(Number(variables['SITE_MEDIA_LIMIT']) || assetLimit, assetLimit),
          lake: variables['SANITY_API_HOST'],
          token: variables['SANITY_READ_TOKEN'],
        })
        const large: LargeMedia = {
          files: files.sort((a, b) => a.name.localeCompare(b.name)),
          streams: videos.flatMap(({ _id, title, stream }) =>
            stream === undefined ? [] : [{ path: stream, video: _id, title }],
          ),
        }
        await writeFile(join(folder, largeMediaFile), `${JSON.stringify(large, null, 2)}\n`)
      },
    },
  }
}
