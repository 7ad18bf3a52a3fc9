import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { buildStudio } from '../../scripts/studio/build.ts'
import { serveStudio } from '../../scripts/studio/serve.ts'
import { startTestLake, type TestLake } from './lake.ts'

/** A Studio that was built for a lake of its own, and that lake. */
export interface TestStudio extends AsyncDisposable {
  /** Origin of Studio. */
  readonly url: string
  readonly lake: TestLake
}

/**
 * Starts an empty lake and serves a Studio that was built for it, on free ports and in a temporary folder. Disposing
 * ends both and removes the folder.
 *
 * @param options.siteUrl - where Studio opens pages; nothing needs to answer there
 * @param options.examUseToken - with it, Studio asks that site how exams have been used
 */
export async function startTestStudio(
  options: { projectId?: string; dataset?: string; siteUrl?: string; examUseToken?: string } = {},
): Promise<TestStudio> {
  const { siteUrl = 'http://localhost:8787', examUseToken, ...project } = options
  const folder = await mkdtemp(join(tmpdir(), 'studio-journey-'))
  const resources = new AsyncDisposableStack()
  resources.defer(() => rm(folder, { recursive: true, force: true }))
  try {
    // The lake must know Studio's origin, and Studio's build must know the lake's: so Studio's port is chosen first.
    const port = await getPort()
    const origins = [`http://localhost:${port}`]
    const lake = resources.use(await startTestLake({ folder: join(folder, 'lake'), origins, ...project }))
    const built = await buildStudio(join(folder, 'studio'), {
      SANITY_STUDIO_PROJECT_ID: lake.projectId,
      SANITY_STUDIO_DATASET: lake.dataset,
      SANITY_STUDIO_API_HOST: lake.url,
      SANITY_STUDIO_EMBEDDED_TOKEN: lake.editorToken,
      SANITY_STUDIO_SITE_URL: siteUrl,
      ...(examUseToken !== undefined && { SANITY_STUDIO_EXAM_USE_TOKEN: examUseToken }),
    })
    const served = await serveStudio(built, port)
    resources.defer(() => served.close())
    const all = resources.move()
    return { url: served.url, lake, [Symbol.asyncDispose]: () => all.disposeAsync() }
  } catch (error) {
    await resources.disposeAsync()
    throw error
  }
}
