import { defineCliConfig } from 'sanity/cli'
import { cssAtHome, htmlAtHome } from './studio/build/at-home.ts'

/** Where generated types go: the committed folder, or the temporary one in which `scripts/typegen.ts` compares. */
const generated = process.env['SANITY_TYPEGEN_DIR'] ?? 'schemas/generated'

/** An embedded Studio loads nothing from outside (see `studio/environment.ts`). */
const embedded = Boolean(process.env.SANITY_STUDIO_API_HOST)

export default defineCliConfig({
  api: {
    projectId: process.env.SANITY_STUDIO_PROJECT_ID ?? 'survivalpack',
    dataset: process.env.SANITY_STUDIO_DATASET ?? 'production',
  },
  // With auto-updates a browser would load Studio's code from Sanity's servers; it must run offline, at its locked version.
  deployment: { autoUpdates: false },
  server: { hostname: 'localhost', port: 3333 },
  typegen: {
    schema: `${generated}/schema.json`,
    generates: `${generated}/sanity.types.ts`,
    path: './site/queries/**/*.ts',
    overloadClientMethods: true,
    formatGeneratedCode: true,
  },
  vite: (config) => ({
    ...config,
    plugins: [
      ...(config.plugins ?? []),
      embedded && {
        name: 'studio-at-home',
        apply: 'build',
        enforce: 'post',
        generateBundle: {
          order: 'post',
          handler(_options, bundle) {
            for (const [name, file] of Object.entries(bundle)) {
              if (file.type !== 'asset') continue
              if (name.endsWith('.css')) file.source = cssAtHome(String(file.source))
              if (name.endsWith('.html')) file.source = htmlAtHome(String(file.source))
            }
          },
        },
      },
    ],
  }),
})
