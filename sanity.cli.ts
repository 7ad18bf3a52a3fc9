import { defineCliConfig } from 'sanity/cli'

/** Where generated types go: the committed folder, or the temporary one in which `scripts/typegen.ts` compares. */
const generated = process.env['SANITY_TYPEGEN_DIR'] ?? 'schemas/generated'

export default defineCliConfig({
  api: {
    projectId: process.env['SANITY_STUDIO_PROJECT_ID'] ?? 'survivalpack',
    dataset: process.env['SANITY_STUDIO_DATASET'] ?? 'production',
  },
  // With auto-updates a browser would load Studio's code from Sanity's servers; it must run offline, at its locked version.
  deployment: { autoUpdates: false },
  server: { hostname: 'localhost', port: 3333 },
  schemaExtraction: { path: `${generated}/schema.json`, enforceRequiredFields: true },
  typegen: {
    schema: `${generated}/schema.json`,
    generates: `${generated}/sanity.types.ts`,
    path: './site/queries/**/*.ts',
    overloadClientMethods: true,
    formatGeneratedCode: true,
  },
})
