import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'

/** An embedded lake in a process of its own, as people run it. */
export interface TestLake extends AsyncDisposable {
  /** `http://localhost:<port>` */
  readonly url: string
  readonly projectId: string
  readonly dataset: string
  readonly editorToken: string
  readonly viewerToken: string
  /** A client for the whole dataset: drafts too, and allowed to write. */
  readonly client: SanityClient
  /** What the lake has written to its error output so far, line by line. */
  complaints(): string[]
}

/**
 * Starts an embedded lake on a free port.
 *
 * @param options.folder - empty or existing data folder
 * @param options.origins - origins of the pages that may use the lake from a browser
 * @throws Error when the lake does not start within 20 s, with what it wrote
 */
export async function startTestLake(options: {
  folder: string
  origins: readonly string[]
  projectId?: string
  dataset?: string
}): Promise<TestLake> {
  const { folder, origins, projectId = 'survivalpack', dataset = 'production' } = options
  const editorToken = randomBytes(24).toString('base64url')
  const viewerToken = randomBytes(24).toString('base64url')
  const errors: string[] = []
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'lake', 'main.ts')], {
    env: {
      ...process.env,
      LAKE_PORT: '0',
      LAKE_FOLDER: folder,
      SANITY_PROJECT_ID: projectId,
      SANITY_DATASET: dataset,
      LAKE_EDITOR_TOKEN: editorToken,
      LAKE_VIEWER_TOKEN: viewerToken,
      LAKE_ORIGINS: origins.join(','),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.on('data', (chunk) => errors.push(String(chunk)))
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    const failed = (why: string) => reject(new Error(`The lake ${why}: ${errors.join('')}`))
    const late = setTimeout(() => failed('did not start in time'), 20_000)
    let output = ''
    child.on('error', reject)
    child.on('exit', () => failed('ended'))
    child.stdout.on('data', (chunk) => {
      output += String(chunk)
      const line = /^\{"listening":"([^"]+)"/m.exec(output)
      if (line?.[1] === undefined) return
      clearTimeout(late)
      resolve(line[1])
    })
  })
  return {
    url,
    projectId,
    dataset,
    editorToken,
    viewerToken,
    client: createClient({
      projectId,
      dataset,
      apiHost: url,
      useProjectHostname: false,
      apiVersion: '2025-02-19',
      perspective: 'raw',
      useCdn: false,
      token: editorToken,
    }),
    complaints: () => errors.join('').split('\n').filter(Boolean),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
