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

/** Chromium without windows: the same engine, which opens a page in less than half the time. */
const windowless = '/usr/bin/chromium-headless-shell'

/** The path of a Chromium on this machine that people can look at, or undefined. */
export function findBrowser(): string | undefined {
  return firstOf(places)
}

/**
 * The path of a Chromium for tests, installed by Debian's package manager first if there is none and this user may
 * install.
 *
 * @throws UserError BROWSER_MISSING
 */
export function requireBrowser(): string {
  const found = findTestBrowser() ?? (installWithApt('chromium') ? findTestBrowser() : undefined)
  if (found !== undefined) return found
  throw new UserError(
    'BROWSER_MISSING',
    'The browser tests need Chromium, and none was found.',
    'Install it (on Debian: apt-get install chromium-headless-shell), or name one with CHROME_PATH.',
  )
}

/** Installs Chromium without windows where this user may, the system has it, and nobody named another browser. */
export function preferWindowlessBrowser(): void {
  if (process.env['CHROME_PATH'] !== undefined || existsSync(windowless)) return
  if (!installWithApt('chromium-headless-shell'))
    console.log('The tests go on with whatever Chromium is there.')
}

function findTestBrowser(): string | undefined {
  return firstOf([windowless, ...places])
}

function firstOf(paths: readonly string[]): string | undefined {
  const named = process.env['CHROME_PATH']
  return [...(named === undefined ? [] : [named]), ...paths].find((path) => existsSync(path))
}

function installWithApt(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing ${name} with apt-get (once) …`)
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', name)
}
