import { defineConfig } from 'sanity'
import { structureTool } from 'sanity/structure'
import { schemaTypes } from './schemas/index.ts'
import { guardedActions } from './studio/actions/guards.ts'
import { inTurn } from './studio/actions/in-turn.ts'
import { questionExchange } from './studio/actions/questions/index.ts'
import { coverageTool } from './studio/coverage/plugin.ts'
import { withDeskTemplates } from './studio/desk/templates.ts'
import { documentViews } from './studio/document-views.ts'
import { embeddedOptions } from './studio/embedded/index.ts'
import { readStudioEnvironment } from './studio/environment.ts'
import { withInputs } from './studio/inputs/index.ts'
import { pageAddress } from './studio/page-address.ts'
import { previewTools } from './studio/presentation/index.ts'
import { byClock } from './studio/previews.ts'
import { singletonActions, withoutSingletons } from './studio/singletons.ts'
import { structureAt } from './studio/structure.ts'

const environment = readStudioEnvironment({
  SANITY_STUDIO_PROJECT_ID: process.env.SANITY_STUDIO_PROJECT_ID,
  SANITY_STUDIO_DATASET: process.env.SANITY_STUDIO_DATASET,
  SANITY_STUDIO_API_HOST: process.env.SANITY_STUDIO_API_HOST,
  SANITY_STUDIO_EMBEDDED_TOKEN: process.env.SANITY_STUDIO_EMBEDDED_TOKEN,
  SANITY_STUDIO_SITE_URL: process.env.SANITY_STUDIO_SITE_URL,
  SANITY_STUDIO_PREVIEW_URL: process.env.SANITY_STUDIO_PREVIEW_URL,
  SANITY_STUDIO_EXAM_USE_TOKEN: process.env.SANITY_STUDIO_EXAM_USE_TOKEN,
  SANITY_STUDIO_DEMO_CLOCK: process.env.SANITY_STUDIO_DEMO_CLOCK,
})

export default defineConfig({
  name: 'default',
  title: 'Survival pack',
  projectId: environment.projectId,
  dataset: environment.dataset,
  plugins: [
    structureTool({
      title: 'Content',
      structure: structureAt(environment.now),
      defaultDocumentNode: documentViews,
    }),
    coverageTool({}),
    questionExchange(),
    ...previewTools(environment.previewUrl),
  ],
  schema: { types: byClock(withInputs(schemaTypes), environment.now), templates: withDeskTemplates },
  document: {
    actions: inTurn(singletonActions, guardedActions(environment.examUse)),
    newDocumentOptions: withoutSingletons,
    productionUrl: async (previous, { document }) => pageAddress(environment.siteUrl, document) ?? previous,
    comments: { enabled: environment.lake === undefined },
  },
  ...(environment.lake && embeddedOptions(environment.lake)),
})
