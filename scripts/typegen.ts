// `node scripts/typegen.ts [--check]`: types of the schema and of the site's GROQ queries.
//
// Without an option the committed files in schemas/generated are written anew. With `--check` nothing is written:
// exit code 1 says that a committed file is not what the schema and the queries give today.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { extractSchema } from '@sanity/schema/_internal'
import { createSchema } from 'sanity'
import { schemaTypes } from '../schemas/index.ts'

const root = join(import.meta.dirname, '..')
const committed = join(root, 'schemas', 'generated')
const files = ['schema.json', 'sanity.types.ts']

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

// The CLI takes paths relative to the project only, so the temporary folder lies inside it, in an ignored place.
const scratch = join(root, '.sanity')
await mkdir(scratch, { recursive: true })
const fresh = await mkdtemp(join(scratch, 'typegen-'))
try {
  await writeFile(join(fresh, 'schema.json'), extractedSchema())
  sanity('typegen', 'generate')
  await nameCommittedSource()
  const stale = await differing()
  if (!values.check) {
    await mkdir(committed, { recursive: true })
    for (const file of files) await writeFile(join(committed, file), await readFile(join(fresh, file)))
    console.log(stale.length === 0 ? 'Generated types were up to date.' : `Wrote ${stale.join(', ')}.`)
  } else if (stale.length > 0) {
    console.error(
      `Generated types are out of date: ${stale.join(', ')}.\nThe schema or a query has changed since they were made. Run: node scripts/typegen.ts, and commit the result.`,
    )
    process.exitCode = 1
  } else {
    console.log('Generated types are up to date.')
  }
} finally {
  await rm(fresh, { recursive: true, force: true })
}

/**
 * The schema as `sanity schemas extract` writes it. The command does the same by way of the whole Studio, compiled anew,
 * which takes six times as long.
 */
function extractedSchema(): string {
  const schema = createSchema({ name: 'default', types: schemaTypes })
  return `${JSON.stringify(extractSchema(schema, { enforceRequiredFields: true }), null, 2)}\n`
}

/** Runs Sanity's command line; its output is shown only when it fails. */
function sanity(...args: string[]): void {
  const cli = join(root, 'node_modules', 'sanity', 'bin', 'sanity')
  const done = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      SANITY_TYPEGEN_DIR: relative(root, fresh),
      DO_NOT_TRACK: '1',
      NO_UPDATE_NOTIFIER: '1',
    },
  })
  if (done.error !== undefined) throw done.error
  if (done.status === 0) return
  throw new Error(`sanity ${args.join(' ')} failed:\n${done.stdout}${done.stderr}`)
}

/** The types name the schema file that they were made from; that must not be a temporary one. */
async function nameCommittedSource(): Promise<void> {
  const types = join(fresh, 'sanity.types.ts')
  const text = await readFile(types, 'utf8')
  await writeFile(types, text.replaceAll(relative(root, fresh), relative(root, committed)))
}

/** Names of the committed files that differ from the fresh ones, relative to the project. */
async function differing(): Promise<string[]> {
  const stale: string[] = []
  for (const file of files) {
    const now = await readFile(join(fresh, file), 'utf8')
    const then = await readFile(join(committed, file), 'utf8').catch(missing)
    if (now !== then) stale.push(relative(root, join(committed, file)))
  }
  return stale
}

function missing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
