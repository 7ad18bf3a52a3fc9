// `npm start`: the whole survival pack on this machine, from an empty folder to pages that can be opened.
import { confirm } from '@inquirer/prompts'
import { reportAndExit, UserError } from '../user-error.ts'
import { addressTables } from './addresses.ts'
import { deleteDataFolder } from './data-folder.ts'
import { openInBrowser } from './open.ts'
import { startPack } from './pack.ts'
import { type StartSettings, startSettings } from './settings.ts'

try {
  await main(startSettings(process.argv.slice(2)))
} catch (error) {
  reportAndExit(error)
}

async function main(settings: StartSettings): Promise<void> {
  if (settings.reset && !(await reset(settings))) return
  const stop = stopSignal()
  const pack = await startPack(settings, stop)
  if (pack === undefined) return
  console.log(`\n${addressTables(pack.addresses, pack.members)}\n`)
  console.log(`${pack.clock}\nReady. Ctrl-C stops everything; what was written is kept in ${settings.data}.`)
  if (settings.openBrowser)
    console.log((await openInBrowser(pack.site)) ?? `Opened ${pack.site} in your browser.`)
  await aborted(stop)
  console.log('\nStopping …')
  await pack.stop()
}

/** Deletes the data after asking; without a terminal to ask at, `--yes` must have been given. */
async function reset({ data, yes }: StartSettings): Promise<boolean> {
  if (!yes && !process.stdin.isTTY) {
    throw new UserError(
      'START_RESET_UNCONFIRMED',
      'Nobody can be asked whether to delete the data.',
      'Add --yes to delete it.',
    )
  }
  const sure =
    yes ||
    (await confirm({ message: `Delete all content, records and builds in ${data}?`, default: false }).catch(
      () => false,
    ))
  if (sure) deleteDataFolder(data)
  else console.log('Nothing was deleted.')
  return sure
}

/** Aborts at the first Ctrl-C or request to end; a second one ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130)
      controller.abort()
    })
  }
  return controller.signal
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
