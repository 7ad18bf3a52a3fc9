import { type ChildProcess, fork } from 'node:child_process'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { SiteError, siteErrorCodes } from './errors.ts'

/** One build of the site. */
export type SiteBuild = {
  /** Folder for the finished site; it is emptied first. */
  readonly outDir: string
  /** Path of the JSON file in which the release step named each exam's version. */
  readonly examVersions: string
}

/** Where content comes from, and what may be kept. */
export type SiteBuilderOptions = {
  /** Folder for what later builds can use again. */
  readonly cache: string
  /** See `siteEnvironment`; added to the environment of this process. */
  readonly environment: Readonly<Record<string, string>>
}

/** A builder that stays warm: its first build compiles the site, later ones take a fraction of that time. */
export type SiteBuilder = {
  /**
   * Builds the site; builds that are asked for at once are made one after another.
   *
   * @throws SiteError when environment, lake or content stand in the way; Error for defects of the site itself.
   */
  build(build: SiteBuild): Promise<void>
  /** Ends the builder; a build under way is given up. */
  stop(): Promise<void>
}

const answerSchema = z.union([
  z.object({ done: z.literal(true) }),
  z.object({ code: z.enum(siteErrorCodes), what: z.string(), remedy: z.string() }),
  z.object({ defect: z.string() }),
])

// A test’s or a developer’s NODE_ENV would make the compiler write islands for debugging, with paths of this machine.
const ofEveryBuild = { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' }

// What the compiler keeps of each build adds up (some 20 MB); a new process now and then keeps that within bounds.
const buildsOfOneProcess = 30

/**
 * Builds the site once.
 *
 * @throws see {@link SiteBuilder.build}.
 */
export async function buildSite({
  outDir,
  examVersions,
  ...options
}: SiteBuild & SiteBuilderOptions): Promise<void> {
  const builder = siteBuilder(options)
  try {
    await builder.build({ outDir, examVersions })
  } finally {
    await builder.stop()
  }
}

/** Starts a builder in a process of its own, which begins to load at once so that the first build need not wait. */
export function siteBuilder({ cache, environment }: SiteBuilderOptions): SiteBuilder {
  const start = () =>
    fork(join(import.meta.dirname, 'build-process.ts'), [], {
      cwd: resolve(import.meta.dirname, '..'),
      env: { ...process.env, ...environment, SITE_CACHE: cache, ...ofEveryBuild },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
  let child = start()
  let builds = 0
  let last: Promise<void> = Promise.resolve()

  const buildNow = async (build: SiteBuild) => {
    if (builds === buildsOfOneProcess || !child.connected) {
      await end(child)
      child = start()
      builds = 0
    }
    builds++
    const answer = await ask(child, build)
    if ('code' in answer) throw new SiteError(answer.code, answer.what, answer.remedy)
    if ('defect' in answer) throw new Error(`The site could not be built.\n${answer.defect}`)
  }
  return {
    build({ outDir, examVersions }) {
      const result = last.then(() => buildNow({ outDir, examVersions }))
      last = result.catch(() => undefined)
      return result
    },
    stop: () => end(child),
  }
}

function ask(child: ChildProcess, build: SiteBuild): Promise<z.infer<typeof answerSchema>> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null) => {
      child.off('message', answered)
      reject(new Error(`The process that builds the site ended before it had finished (${signal ?? code}).`))
    }
    const answered = (message: unknown) => {
      child.off('exit', ended)
      resolve(answerSchema.parse(message))
    }
    child.once('exit', ended)
    child.once('message', answered)
    child.send(build, (error) => error && reject(error))
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await gone
}
