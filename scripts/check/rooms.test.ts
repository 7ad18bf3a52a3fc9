import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** Files that break the import table, and files that keep it. */
const files = {
  'core/rule.ts': 'export const rule = 1',
  'core/reads.ts': "import 'node:fs'",
  'core/reaches.ts': "import '../edge/worker.ts'",
  'edge/worker.ts': "import '../core/rule.ts'",
  'edge/worker.test.ts': "import 'node:fs'\nimport '../lake/index.ts'",
  'lake/index.ts': "import 'node:fs'",
  'site/page.ts': "import 'react'",
  'site/islands/Island.tsx': "import 'react'",
  'studio/desk.ts': "import '../site/page.ts'",
  'lounge/sofa.ts': "import '../core/rule.ts'",
  'node_modules/react/package.json': '{"name":"react","version":"0.0.0","main":"index.js"}',
  'node_modules/react/index.js': '',
  'scripts/start.ts': "import '../core/reads.ts'",
}

describe('the import table', () => {
  let folder: string
  let output: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rooms-'))
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
    const depcruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
    const config = join(root, '.dependency-cruiser.mjs')
    const done = spawnSync(process.execPath, [depcruise, '.', '--config', config, '--output-type', 'err'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(done.status, done.stderr).not.toBe(0)
    output = done.stdout
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([
    'core/reads.ts',
    'core/reaches.ts',
    'site/page.ts',
    'studio/desk.ts',
    'lounge/sofa.ts',
    'scripts/start.ts',
  ])('%s breaks it', (path) => expect(output).toContain(`${path} →`))

  test.each(['edge/worker.ts', 'edge/worker.test.ts', 'lake/index.ts', 'site/islands/Island.tsx'])(
    '%s keeps it',
    (path) => expect(output).not.toContain(`${path} →`),
  )
})
