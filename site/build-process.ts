// The process of `siteBuilder`: each message names the output of one build, each answer tells how it ended.
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { build } from 'astro'
import { z } from 'zod'
import { clearLeftovers, moveFolder, stagingFolder } from './build-staging.ts'
import { SiteError } from './errors.ts'

const root = resolve(import.meta.dirname, '..')
const requestSchema = z.strictObject({ outDir: z.string().min(1), examVersions: z.string().min(1) })

await clearLeftovers(root)

process.on('message', async (message) => {
  // Compiled pages are kept by Node under their address. In a folder of its own each build has its own pages, and with
  // them its own list of what is to be rendered; otherwise the next build would show what the last one read.
  const staging = stagingFolder(root)
  try {
    const { outDir, examVersions } = requestSchema.parse(message)
    Object.assign(process.env, { SITE_OUT_DIR: staging, EXAM_VERSIONS: examVersions })
    // What goes wrong is answered, with its stack; Astro would print it a second time.
    await build({ root, logLevel: 'silent' })
    await moveFolder(staging, resolve(root, outDir))
    process.send?.({ done: true })
  } catch (error) {
    process.send?.(answerTo(error))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
})
process.on('disconnect', () => process.exit())

function answerTo(error: unknown) {
  if (error instanceof SiteError) return { code: error.code, what: error.message, remedy: error.remedy }
  return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
