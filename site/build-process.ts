// The process of `siteBuilder`: each message names the output of one build, each answer tells how it ended.
import { resolve } from 'node:path'
import { build } from 'astro'
import { z } from 'zod'
import { SiteError } from './errors.ts'

const requestSchema = z.strictObject({ SITE_OUT_DIR: z.string().min(1), EXAM_VERSIONS: z.string().min(1) })

process.on('message', async (message) => {
  try {
    Object.assign(process.env, requestSchema.parse(message))
    // Astro gathers the images of a build in the process; those of the last one are not to appear in the next.
    Reflect.deleteProperty(globalThis, 'astroAsset')
    await build({ root: resolve(import.meta.dirname, '..'), logLevel: 'error' })
    process.send?.({ done: true })
  } catch (error) {
    process.send?.(answerTo(error))
  }
})
process.on('disconnect', () => process.exit())

function answerTo(error: unknown) {
  if (error instanceof SiteError) return { code: error.code, what: error.message, remedy: error.remedy }
  return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
