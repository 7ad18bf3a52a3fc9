// `npm run check`: all static checks, one line each; the output of a check is shown only when it fails.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Listr } from 'listr2'

type Check = { readonly title: string; readonly command: readonly [string, ...string[]] }

const root = join(import.meta.dirname, '..')
const node = process.execPath

// The longest come first, so that none of them is left to run alone at the end.
const checks: Check[] = [
  { title: 'generated types are those of the schema', command: [node, 'scripts/typegen.ts', '--check'] },
  // All that tsconfig.json includes: TypeScript as well as .astro files.
  { title: 'types (astro check)', command: ['astro', 'check', '--minimumSeverity', 'warning'] },
  { title: 'types of the Worker', command: ['tsc', '-p', 'edge'] },
  { title: 'format and lint (Biome)', command: ['biome', 'check', '--error-on-warnings', '.'] },
  {
    title: 'import table',
    command: ['depcruise', '.', '--config', '.dependency-cruiser.mjs', '--output-type', 'err'],
  },
  { title: 'import table of .astro files', command: [node, 'scripts/check/astro-imports.ts'] },
  { title: 'dead code (knip)', command: ['knip'] },
  ...(existsSync(join(root, '.git')) ? [commitMessages()] : []),
]

const outputs: string[] = []
const list = new Listr(
  checks.map((check) => ({ title: check.title, task: () => run(check) })),
  {
    concurrent: Math.max(2, availableParallelism()),
    exitOnError: false,
    renderer: process.stdout.isTTY ? 'default' : 'simple',
  },
)
await list.run()
for (const output of outputs) console.error(`\n${output}`)
process.exitCode = outputs.length === 0 ? 0 : 1

/** Conventional commits: `type(scope): what`, from the first commit on. */
function commitMessages(): Check {
  return { title: 'commit messages', command: ['commitlint', '--from', firstCommit(), '--to', 'HEAD'] }
}

function firstCommit(): string {
  const roots = execFileSync('git', ['rev-list', '--max-parents=0', 'HEAD'], { cwd: root, encoding: 'utf8' })
  return roots.trim().split('\n').at(-1) ?? 'HEAD'
}

async function run({ title, command: [command, ...args] }: Check): Promise<void> {
  const chunks: Buffer[] = []
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  )
  if (code === 0) return
  outputs.push(`${title}: ${command} ${args.join(' ')}\n${Buffer.concat(chunks)}`)
  throw new Error(`${title} failed`)
}
