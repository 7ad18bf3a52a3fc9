// `npm test`: everything that can be proven without a person, cheapest first.
import { spawnSync } from 'node:child_process'
import { preferWindowlessBrowser, requireBrowser } from './browser.ts'
import { reportAndExit } from './user-error.ts'

try {
  preferWindowlessBrowser()
  const browser = requireBrowser()
  const env = { ...process.env, CHROME_PATH: browser }
  const filters = process.argv.slice(2)
  if (filters.length === 0) run('npm', ['run', '--silent', 'check'], env)
  run('vitest', ['run', ...filters], env)
} catch (error) {
  reportAndExit(error)
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const done = spawnSync(command, args, { stdio: 'inherit', env })
  if (done.error !== undefined) throw done.error
  if (done.status !== 0) process.exit(done.status ?? 1)
}
