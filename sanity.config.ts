import { defineConfig } from 'sanity'
import { structureTool } from 'sanity/structure'
import { schemaTypes } from './schemas/index.ts'

export default defineConfig({
  projectId: 'survivalpack',
  dataset: 'production',
  title: 'Survival pack',
  plugins: [structureTool()],
  schema: { types: schemaTypes },
})
