import { spawn } from 'node:child_process'
import { findBrowser } from '../browser.ts'

/** Opens an address in the person's browser; when there is none, says so in one sentence and goes on. */
export async function openInBrowser(url: string): Promise<void> {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  const command = process.env['BROWSER'] ?? opener
  if (!(await started(command, url)) && !(await started(findBrowser() ?? '', url))) {
    console.log(
      `START_NO_BROWSER: No browser was found on this machine. Open ${url} in one yourself, or name it with BROWSER.`,
    )
  }
}

function started(command: string, url: string): Promise<boolean> {
  if (command === '') return Promise.resolve(false)
  return new Promise((resolve) => {
    const child = spawn(command, [url], { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
