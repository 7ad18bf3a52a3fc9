import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import getPort from 'get-port'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type MiniflareOptions } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as workerOptions } from 'wrangler'
import { UserError } from '../user-error.ts'
import { applyMigrations, type LocalDatabase } from './migrations.ts'

/** The Worker's own runtime with one Worker in it, on this machine. */
export type RunningWorker = {
  readonly url: string
  /**
   * Serves the site as it is on disk now. The runtime starts anew in about a second; records stay.
   *
   * @param siteFolder another folder, when the new build stands beside the old one.
   */
  reloadSite(siteFolder?: string): Promise<void>
  /** The Worker's own database, through the runtime: a second process at its file would lock the Worker out. */
  database(): Promise<LocalDatabase>
  /** Ends the runtime; no process stays behind. */
  close(): Promise<void>
}

const root = join(import.meta.dirname, '..', '..')

/**
 * Runs the Worker in workerd with its local D1 database, its media store and the built site, as `wrangler.jsonc` describes it.
 *
 * @param options.port TCP port on loopback; 0 takes a free one.
 * @param options.dataFolder where D1 and the media store keep their files.
 * @param options.siteFolder the built site; made when it is missing.
 * @param options.vars all of the Worker's settings (edge/env.ts); those of `wrangler.jsonc` are for production.
 * @param options.main another entry point, for comparisons; the path is relative to the project.
 * @param options.onLog lines that the Worker logs.
 * @throws UserError WORKER_PORT_TAKEN or WORKER_MIGRATION_FAILED
 */
export async function startWorker(options: {
  readonly port: number
  readonly dataFolder: string
  readonly siteFolder: string
  readonly vars: Readonly<Record<string, string>>
  readonly main?: string
  readonly onLog?: (line: string) => void
}): Promise<RunningWorker> {
  const port = options.port === 0 ? await getPort() : options.port
  const { define } = workerOptions(join(root, 'wrangler.jsonc'))
  const script = await bundle(resolve(root, options.main ?? 'edge/worker.ts'), define)
  const settings = (siteFolder: string): MiniflareOptions => {
    mkdirSync(siteFolder, { recursive: true })
    const { workerOptions: worker } = workerOptions(join(root, 'wrangler.jsonc'), undefined, {
      overrides: { assets: { directory: resolve(siteFolder) } },
    })
    const { modulesRules: _, ...rest } = worker
    return convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      log: new Log(LogLevel.NONE),
      telemetry: { enabled: false },
      handleStructuredLogs: ({ message }) => options.onLog?.(message),
      resourcePersistencePath: resolve(options.dataFolder),
      workers: [
        {
          ...rest,
          name: 'cet-survival-pack',
          modules: [{ type: 'ESModule', path: 'worker.js', contents: script }],
          bindings: { ...options.vars },
          // wrangler.jsonc leaves the media store to the deployment; here there is always one.
          r2Buckets: ['MEDIA'],
        },
      ],
    })
  }
  let siteFolder = options.siteFolder
  const runtime = keepingSignals(() => new Miniflare(settings(siteFolder)))
  try {
    await runtime.ready
    await applyMigrations(await runtime.getD1Database('DB'), join(root, 'edge/migrations'))
  } catch (error) {
    // A runtime that never started cannot be ended either, and says so with the first error again.
    await runtime.dispose().catch(() => undefined)
    if (error instanceof Error && /address already in use|EADDRINUSE/i.test(error.message)) {
      throw new UserError(
        'WORKER_PORT_TAKEN',
        `Port ${port}, which the site needs, is taken by another program.`,
        'Stop that program or choose another port.',
      )
    }
    throw error
  }
  return {
    url: `http://localhost:${port}`,
    async reloadSite(folder = siteFolder) {
      siteFolder = folder
      await runtime.setOptions(settings(siteFolder))
    },
    database: () => runtime.getD1Database('DB'),
    close: () => runtime.dispose(),
  }
}

/**
 * Miniflare ends the whole process the moment a signal comes. Whoever started the Worker wants to end other things in
 * order too, and calls `close`; so the handlers that it adds are taken off again.
 */
function keepingSignals<Made>(make: () => Made): Made {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const before = signals.map((signal) => new Set(process.listeners(signal)))
  const made = make()
  for (const [index, signal] of signals.entries()) {
    for (const listener of process.listeners(signal)) {
      if (!before[index]?.has(listener)) process.off(signal, listener)
    }
  }
  return made
}

/** One module for workerd, with what the Worker's libraries offer for it. */
async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    // The runtime reads it anew for each site, which takes a third of a second longer with twice the size.
    minify: true,
    external: ['cloudflare:*'],
    define,
    logLevel: 'silent',
  })
  const [output] = outputFiles
  if (output === undefined) throw new Error(`${entry} was bundled into nothing.`)
  return output.text
}
