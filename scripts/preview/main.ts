// `npm run preview`: the preview of drafts by itself, for a hosted Studio; docs/configuration.md says what it reads.
import { createClient } from '@sanity/client'
import { reportAndExit } from '../user-error.ts'
import { startPreview } from './index.ts'
import { previewSettings } from './settings.ts'

try {
  const settings = previewSettings(process.env)
  const preview = await startPreview({
    port: settings.PREVIEW_PORT,
    host: settings.PREVIEW_HOST,
    url: settings.PREVIEW_URL,
    studioUrl: settings.STUDIO_URL,
    client: createClient({
      projectId: settings.SANITY_PROJECT_ID,
      dataset: settings.SANITY_DATASET,
      token: settings.SANITY_READ_TOKEN,
      apiVersion: '2025-02-19',
      perspective: 'published',
      useCdn: false,
      ...(settings.SANITY_API_HOST !== undefined && {
        apiHost: settings.SANITY_API_HOST,
        useProjectHostname: false,
      }),
    }),
  })
  console.log(`The preview is at ${preview.url}. Open it in Studio; Ctrl-C stops it.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void preview.close().then(() => process.exit(0)))
  }
} catch (error) {
  reportAndExit(error)
}
