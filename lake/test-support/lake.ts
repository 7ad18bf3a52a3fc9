import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type ClientConfig, createClient, type SanityClient } from '@sanity/client'
import { onTestFinished } from 'vitest'
import { type LakeOptions, type RunningLake, startLake, type TokenHolder } from '../index.ts'

export const PROJECT = 'samplepack'
export const DATASET = 'sampledata'
export const ORIGIN = 'http://localhost:3333'

export const EDITOR: TokenHolder = {
  token: 'sample-editor-token-0001',
  userId: 'editor-1',
  name: 'Eddie Sample',
  email: 'editor@example.com',
  role: 'editor',
}

export const VIEWER: TokenHolder = {
  token: 'sample-viewer-token-0001',
  userId: 'viewer-1',
  name: 'Vera Sample',
  email: 'viewer@example.com',
  role: 'viewer',
}

/** A folder of its own for one test, removed at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lake-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A lake for one test, on a free port. */
export async function lakeForTest(options: Partial<LakeOptions> = {}): Promise<RunningLake> {
  const lake = await startLake({
    port: 0,
    folder: options.folder ?? temporaryFolder(),
    projectId: PROJECT,
    dataset: DATASET,
    tokens: [EDITOR, VIEWER],
    origins: [ORIGIN],
    ...options,
  })
  onTestFinished(() => lake.close())
  return lake
}

/** The real client, pointed at a lake. It sends nothing twice, so that a test sees each answer. */
export function clientOf(lake: { url: string }, config: Partial<ClientConfig> = {}): SanityClient {
  return createClient({
    projectId: PROJECT,
    dataset: DATASET,
    apiVersion: '2025-02-19',
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
    token: EDITOR.token,
    maxRetries: 0,
    ...config,
  })
}

/** The headers of a request by hand. */
export function authorized(holder: TokenHolder = EDITOR): Record<string, string> {
  return { authorization: `Bearer ${holder.token}` }
}

/** Runs `lake/main.ts` as its own process and waits for its first line or its end. */
export async function spawnLake(folder: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts')], {
    env: {
      ...process.env,
      LAKE_PORT: '0',
      LAKE_FOLDER: folder,
      SANITY_PROJECT_ID: PROJECT,
      SANITY_DATASET: DATASET,
      LAKE_EDITOR_TOKEN: EDITOR.token,
      LAKE_ORIGINS: ORIGIN,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk)
  })
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([
    new Promise<string>((resolve) => lines.once('line', resolve)),
    exit.then(() => null),
  ])
  const url: string = first === null ? '' : JSON.parse(first).listening
  return { child, url, exit, stderr: () => stderr }
}

/** Waits until a condition holds, for at most twenty seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
