import react from '@astrojs/react'
import { defineConfig } from 'astro/config'
import { siteFolders } from './site/environment.ts'
import { certificateFonts } from './site/integrations/certificate-fonts.ts'
import { contentOfThisBuild } from './site/integrations/content.ts'
import { mediaOfThisBuild } from './site/integrations/media.ts'
import { offlineOfThisBuild } from './site/integrations/offline.ts'
import { packFactsOfThisBuild } from './site/integrations/pack-facts.ts'
import { searchIndexOfThisBuild } from './site/integrations/search-index.ts'
import { contentSecurity } from './site/integrations/security.ts'
import { smallReact } from './site/integrations/small-react.ts'
import { imageHosts } from './site/media/hosts.ts'

const folders = siteFolders(process.env)

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: folders.out,
  cacheDir: `${folders.cache}/astro`,
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  trailingSlash: 'always',
  // No Markdown is rendered; its highlighter would ask for inline styles.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  // One stylesheet for all pages: a reader fetches it once, and pages stay within their budget.
  compressHTML: true,
  build: { inlineStylesheets: 'never', concurrency: 16 },
  image: { remotePatterns: imageHosts(process.env) },
  integrations: [
    react(),
    contentOfThisBuild(process.env),
    mediaOfThisBuild(process.env),
    packFactsOfThisBuild(),
    searchIndexOfThisBuild(),
    offlineOfThisBuild(),
    certificateFonts(),
    contentSecurity(),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
  vite: { plugins: [smallReact()], build: { assetsInlineLimit: 0, reportCompressedSize: false } },
})
