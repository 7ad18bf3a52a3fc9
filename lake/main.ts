import { parseArgs } from 'node:util'
import { LakeError, type Role, startLake, type TokenHolder } from './index.ts'

/**
 * Starts the lake from the command line. Flags go before environment variables:
 * --port LAKE_PORT, --folder LAKE_FOLDER, --project SANITY_PROJECT_ID, --dataset SANITY_DATASET,
 * --editor-token LAKE_EDITOR_TOKEN, --viewer-token LAKE_VIEWER_TOKEN, --origins LAKE_ORIGINS (comma separated).
 */
function readOptions() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      port: text,
      folder: text,
      project: text,
      dataset: text,
      'editor-token': text,
      'viewer-token': text,
      origins: text,
    },
  })
  const { env } = process
  const port = Number(values.port ?? env['LAKE_PORT'] ?? 3535)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new LakeError(
      'LAKE_OPTION_INVALID',
      'The port is not a number from 0 to 65535.',
      'Correct LAKE_PORT.',
    )
  }
  const tokens = [
    ...holder('editor', 'Eddie Sample', values['editor-token'] ?? env['LAKE_EDITOR_TOKEN']),
    ...holder('viewer', 'Vera Sample', values['viewer-token'] ?? env['LAKE_VIEWER_TOKEN']),
  ]
  const origins = values.origins ?? env['LAKE_ORIGINS'] ?? 'http://localhost:3333'
  return {
    port,
    folder: values.folder ?? env['LAKE_FOLDER'] ?? '.data/lake',
    projectId: values.project ?? env['SANITY_PROJECT_ID'] ?? 'survivalpack',
    dataset: values.dataset ?? env['SANITY_DATASET'] ?? 'production',
    tokens,
    origins: origins.split(',').filter((origin) => origin !== ''),
  }
}

function holder(role: Role, name: string, token: string | undefined): TokenHolder[] {
  if (!token) return []
  return [{ token, userId: `sample-${role}`, name, email: `${role}@example.com`, role }]
}

try {
  const lake = await startLake(readOptions())
  process.stdout.write(`${JSON.stringify({ listening: lake.url })}\n`)
  const stop = () => {
    lake.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  const line =
    error instanceof LakeError
      ? `${error.code}: ${error.message} ${error.remedy}`
      : `LAKE_OPTION_INVALID: ${error instanceof Error ? error.message : String(error)}`
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}
