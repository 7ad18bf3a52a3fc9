import { spawn } from 'node:child_process'
import { findBrowser } from '../browser.ts'

/** Programs that may open an address in the person's browser, best first. */
function openers(): string[] {
  const system = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  return [process.env['BROWSER'] ?? system, findBrowser() ?? ''].filter((command) => command !== '')
}

/**
 * Opens an address in the person's browser.
 *
 * @param commands programs to try, in order.
 * @returns undefined when one was started, else a sentence that says what to do.
 */
export async function openInBrowser(url: string, commands = openers()): Promise<string | undefined> {
  for (const command of commands) if (await started(command, url)) return undefined
  return `START_NO_BROWSER: No browser was found on this machine. Open ${url} in one yourself, or name its program with BROWSER.`
}

function started(command: string, url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, [url], { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
