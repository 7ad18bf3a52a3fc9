import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../user-error.ts'

/** What a Studio build is made for; see `studio/environment` for what each means. */
export type StudioEnvironment = {
  readonly SANITY_STUDIO_PROJECT_ID: string
  readonly SANITY_STUDIO_DATASET: string
  readonly SANITY_STUDIO_API_HOST?: string
  readonly SANITY_STUDIO_EMBEDDED_TOKEN?: string
  readonly SANITY_STUDIO_SITE_URL?: string
  readonly SANITY_STUDIO_PREVIEW_URL?: string
  readonly SANITY_STUDIO_EXAM_USE_TOKEN?: string
  readonly SANITY_STUDIO_DEMO_CLOCK?: string
}

const root = join(import.meta.dirname, '..', '..')
const sources = [
  'sanity.config.ts',
  'sanity.cli.ts',
  'package-lock.json',
  '{schemas,studio,core}/**/*.{ts,tsx,css}',
]

/**
 * Builds Studio for an environment, or finds the build that was made of the same sources for the same environment.
 *
 * @param cache folder in which builds are kept; older ones are removed.
 * @param giveUp ends the builder when it is aborted.
 * @returns the folder to serve.
 * @throws UserError STUDIO_BUILD_FAILED with what the builder printed.
 */
export async function buildStudio(
  cache: string,
  environment: StudioEnvironment,
  giveUp?: AbortSignal,
): Promise<string> {
  const folder = join(cache, fingerprint(environment))
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  await runBuild(unfinished, environment, giveUp)
  for (const old of globSync('*', { cwd: cache })) {
    if (join(cache, old) !== unfinished) rmSync(join(cache, old), { recursive: true, force: true })
  }
  renameSync(unfinished, folder)
  return folder
}

function fingerprint(environment: StudioEnvironment): string {
  const hash = createHash('sha256').update(JSON.stringify(Object.entries(environment).sort()))
  for (const file of globSync(sources, { cwd: root }).sort())
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

async function runBuild(
  folder: string,
  environment: StudioEnvironment,
  signal: AbortSignal | undefined,
): Promise<void> {
  const output: string[] = []
  const command = join(root, 'node_modules', '.bin', 'sanity')
  const child = spawn(command, ['build', folder, '--yes', '--no-source-maps'], {
    cwd: root,
    // A test runner sets NODE_ENV to its own value, which would build Studio with React's slow development code.
    env: { ...process.env, NODE_ENV: 'production', DO_NOT_TRACK: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  child.stdout.on('data', (chunk) => output.push(String(chunk)))
  child.stderr.on('data', (chunk) => output.push(String(chunk)))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('exit', resolve).on('error', reject),
  )
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true })
    throw new UserError(
      'STUDIO_BUILD_FAILED',
      `Studio could not be built:\n${output.join('')}`,
      'Mend what is named above and start again.',
    )
  }
}
