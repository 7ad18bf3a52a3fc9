import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import getPort from 'get-port'

/** A survival pack that a test started with the command that a newcomer runs. */
export type RunningPack = {
  readonly site: string
  readonly studio: string
  readonly lake: string
  readonly identity: string
  /** The preview of drafts. */
  readonly preview: string
  /** The data folder; it outlives the process, so that a second start can go on with it. */
  readonly data: string
  readonly process: ChildProcess
  /** Everything that the command printed so far. */
  output(): string
  /** A client of the embedded lake that may write; `raw` perspective. */
  client(): SanityClient
  /** Ends the process as Ctrl-C does and waits for its end. */
  stop(): Promise<number | null>
}

/** Ports for every part, free at the time of asking. */
export async function freePorts(): Promise<
  Record<'site' | 'studio' | 'lake' | 'identity' | 'preview', number>
> {
  return {
    site: await getPort(),
    studio: await getPort(),
    lake: await getPort(),
    identity: await getPort(),
    preview: await getPort(),
  }
}

/** A new temporary data folder and the function that removes it. */
export function temporaryData(): { data: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'survival-pack-'))
  return { data: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Starts the pack and waits until it says that it is ready.
 *
 * @throws Error with everything it printed when it ends before that.
 */
export async function startPack(options: {
  readonly data: string
  readonly ports: Awaited<ReturnType<typeof freePorts>>
  readonly args?: readonly string[]
}): Promise<RunningPack> {
  const { data, ports, args = [] } = options
  const root = join(import.meta.dirname, '..', '..')
  const flags = Object.entries(ports).flatMap(([name, port]) => [`--${name}-port`, String(port)])
  const child = spawn(process.execPath, ['scripts/start/main.ts', '--data', data, ...flags, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  await new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      printed += chunk
      if (printed.includes('Ready.')) resolve()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    void ended.then((code) =>
      reject(new Error(`The pack ended with ${code} before it was ready:\n${printed}`)),
    )
  })
  const lake = `http://localhost:${ports.lake}`
  return {
    site: `http://localhost:${ports.site}`,
    studio: `http://localhost:${ports.studio}`,
    lake,
    identity: `http://localhost:${ports.identity}`,
    preview: `http://localhost:${ports.preview}`,
    data,
    process: child,
    output: () => printed,
    client: () =>
      createClient({
        projectId: 'survivalpack',
        dataset: 'production',
        apiVersion: '2025-02-19',
        apiHost: lake,
        useProjectHostname: false,
        useCdn: false,
        perspective: 'raw',
        token: editorToken(data),
      }),
    stop: () => {
      child.kill('SIGINT')
      return ended
    },
  }
}

function editorToken(data: string): string {
  const installation: unknown = JSON.parse(readFileSync(join(data, 'installation.json'), 'utf8'))
  if (typeof installation === 'object' && installation !== null && 'lakeEditorToken' in installation) {
    return String(installation.lakeEditorToken)
  }
  throw new Error('installation.json holds no editor token')
}
