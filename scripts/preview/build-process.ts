// The process of `buildPreviewSite`: compiles the site's own pages for rendering on demand into the folder it is given.
import { join } from 'node:path'
import { type AstroInlineConfig, type AstroIntegration, type AstroUserConfig, build } from 'astro'

const root = join(import.meta.dirname, '..', '..')
const { default: siteConfig }: { default: AstroUserConfig } = await import(join(root, 'astro.config.mjs'))
const [outDir] = process.argv.slice(2)
if (outDir === undefined) throw new Error('The folder to build into is missing.')

/** Bundles the pages with `site-entry.ts`; whoever imports the result is the server. */
const onDemand: AstroIntegration = {
  name: 'preview',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'preview',
        entrypointResolution: 'auto',
        serverEntrypoint: join(import.meta.dirname, 'site-entry.ts'),
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      }),
  },
}

// Those of the site that read content at build time have nothing to do here.
const ofStaticBuild = new Set([
  'content-of-this-build',
  'media-of-this-build',
  'pack-facts-of-this-build',
  'offline-of-this-build',
  'search-index-of-this-build',
  'content-security',
])

const config: AstroInlineConfig = {
  ...siteConfig,
  configFile: false,
  root,
  outDir,
  logLevel: 'error',
  output: 'server',
  adapter: onDemand,
  integrations: (siteConfig.integrations ?? []).filter(
    (each) => !(each && 'name' in each && ofStaticBuild.has(each.name)),
  ),
  // The server sends the policy itself: the overlay needs more than a page of the site may have.
  security: { csp: false },
  // Which host images may come from is known when the preview starts, and checked there (`server.ts`).
  image: { remotePatterns: [{ protocol: 'http' }, { protocol: 'https' }] },
}
await build(config)
