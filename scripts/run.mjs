// The door of every npm command: plain JavaScript that the machine's own Node (20 or newer) can run. It installs what
// the lockfile names and is not there yet, then hands over to the pinned Node, which runs TypeScript directly.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'
const pinnedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

const [script, ...args] = process.argv.slice(2)
if (script === undefined)
  fail('RUN_NO_SCRIPT', 'No script was named.', 'Use one of the commands that `npm run` lists.')

if (!installed()) install()
process.exitCode = await handOver()

/** Whether node_modules holds exactly what the lockfile names (packages for other platforms may be absent). */
function installed() {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === undefined) fail('RUN_NO_LOCKFILE', 'package-lock.json is missing.', 'Restore it from git.')
  if (present === undefined || !existsSync(pinnedNode)) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    return found === undefined
      ? entry.optional === true || entry.devOptional === true
      : found.version === entry.version
  })
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

function install() {
  console.log('Installing the packages that the lockfile names (a minute or two, once) …')
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js')
    ? [process.execPath, [npm]]
    : [windows ? 'npm.cmd' : 'npm', []]
  // Not `npm ci`: it refuses a lockfile when a registry lacks optional packages of other platforms. With a lockfile,
  // `npm install` takes the same versions and checks the same hashes, and `--no-save` leaves the file alone.
  const done = spawnSync(
    command,
    [...first, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: windows,
    },
  )
  if (done.status !== 0) {
    fail(
      'RUN_INSTALL_FAILED',
      'The packages could not be installed (npm says why above).',
      'Check the network connection and free disk space, then run the command again.',
    )
  }
}

function handOver() {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(pinnedNode, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  })
  // A terminal sends Ctrl-C to the whole group: this process only waits while the child cleans up.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', (error) =>
      fail(
        'RUN_NO_NODE',
        `The pinned Node did not start (${error.message}).`,
        'Delete node_modules and run the command again.',
      ),
    )
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

function fail(code, what, remedy) {
  console.error(`${code}: ${what} ${remedy}`)
  process.exit(1)
}
