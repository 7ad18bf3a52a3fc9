import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { UserError } from '../user-error.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = [
  'astro.config.mjs',
  'package-lock.json',
  '{site,core,scripts/preview}/**/*.{ts,tsx,astro,css,svg,txt}',
]

// Compiled pages import packages while they render, so the folder lies inside the project.
const builds = join(root, '.astro', 'preview')

/** Builds of other sources are kept for a day, in milliseconds: a preview that still runs may be using one. */
const keptFor = 86_400_000

/**
 * Compiles the site's pages for rendering on demand, and the overlay for click-to-edit, or finds what was compiled of the
 * same sources before. Content plays no part in it.
 *
 * @returns the folder, with `server/entry.mjs` and `client/`.
 * @throws UserError PREVIEW_BUILD_FAILED with what the compiler printed.
 */
export async function buildPreviewSite(): Promise<string> {
  const folder = join(builds, fingerprint())
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  try {
    await compilePages(unfinished)
    await bundleOverlay(join(unfinished, 'client', '_preview'))
    // Another start may have been quicker; its build is the same.
    if (!existsSync(folder)) renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  for (const name of globSync('*', { cwd: builds })) {
    const old = join(builds, name)
    if (old !== folder && Date.now() - statSync(old).mtimeMs > keptFor)
      rmSync(old, { recursive: true, force: true })
  }
  return folder
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort())
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

async function compilePages(folder: string): Promise<void> {
  const output: string[] = []
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build-process.ts'), folder], {
    cwd: root,
    // As for the site itself: NODE_ENV of a test or a developer would compile islands for debugging.
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', (chunk) => output.push(String(chunk)))
  child.stderr.on('data', (chunk) => output.push(String(chunk)))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  )
  if (code === 0) return
  throw new UserError(
    'PREVIEW_BUILD_FAILED',
    `The pages of the preview could not be compiled:\n${output.join('')}`,
    'Mend what is named above and start again.',
  )
}

/** Bundled apart from the site's islands, which get Preact in place of React: the overlay needs React itself. */
async function bundleOverlay(folder: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'overlay', 'main.ts')],
    outfile: join(folder, 'overlay.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
}
