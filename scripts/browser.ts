import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { UserError } from './user-error.ts'

/** Where Chromium and its relatives live on common systems; `CHROME_PATH` comes before all of them. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium on this machine, or undefined. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROME_PATH']
  return [...(named === undefined ? [] : [named]), ...places].find((path) => existsSync(path))
}

/**
 * The path of a Chromium, installed by Debian's package manager first if there is none and this user may install.
 *
 * @throws UserError BROWSER_MISSING
 */
export function requireBrowser(): string {
  const found = findBrowser() ?? (installWithApt() ? findBrowser() : undefined)
  if (found !== undefined) return found
  throw new UserError(
    'BROWSER_MISSING',
    'The browser tests need Chromium, and none was found.',
    'Install it (on Debian: apt-get install chromium), or name one with CHROME_PATH.',
  )
}

function installWithApt(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing Chromium with apt-get (once) …')
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
}
