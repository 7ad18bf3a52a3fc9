import { cp } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { buildSite } from '../build.ts'
import { sampleLake } from './sample-lake.ts'

/** The sample pack, built and served. */
export type ServedSite = {
  /** Origin, without a slash at its end. */
  readonly origin: string
  stop(): Promise<void>
}

/**
 * Builds the sample pack and serves it on a free port.
 *
 * @param post answers every POST, in the place of the Worker.
 * @param changes what is other than in every sample; `stream`: a folder that the video’s stream lies in.
 */
export async function servedSite(
  post: RequestListener,
  changes: Parameters<typeof sampleLake>[0] & { readonly stream?: string } = {},
): Promise<ServedSite> {
  const lake = await sampleLake(changes)
  const outDir = join(lake.folder, 'site')
  await buildSite({
    outDir,
    examVersions: lake.environment['EXAM_VERSIONS'] ?? '',
    cache: lake.environment['SITE_CACHE'] ?? '',
    environment: lake.environment,
  })
  if (changes.stream !== undefined) {
    const name = 'media/streams/slit-lamp'
    await cp(changes.stream, join(outDir, name), { recursive: true })
  }
  const files = sirv(outDir)
  const server = createServer((request, response) =>
    request.method === 'POST' ? post(request, response) : files(request, response),
  )
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  return {
    origin: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await lake.stop()
    },
  }
}
