import { join, resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { Temporal } from 'temporal-polyfill'

/** What `npm start` was asked for. Ports are TCP ports on loopback; `data` is an absolute path. */
export type StartSettings = {
  readonly ports: Readonly<Record<'lake' | 'studio' | 'identity' | 'site' | 'preview', number>>
  readonly data: string
  /** An instant to set the demonstration clock to; `keep` lets it go on; `real` is the machine's own clock. */
  readonly clock: string
  readonly reset: boolean
  readonly yes: boolean
  readonly openBrowser: boolean
  /** Whether Studio and the preview of drafts run as well. */
  readonly studio: boolean
}

/**
 * Reads the command line of `npm start`.
 *
 * @param argv arguments after the script's own name.
 */
export function startSettings(argv: readonly string[]): StartSettings {
  const port = (name: string, what: string, fallback: number) =>
    new Option(`--${name}-port <port>`, `port of ${what}`).default(fallback).argParser(parsePort)
  const command = new Command('npm start --')
    .description('Runs the whole survival pack on this machine, with no account and no network.')
    .addOption(port('site', 'the site', 8787))
    .addOption(port('studio', 'Sanity Studio', 3333))
    .addOption(port('lake', 'the embedded Content Lake', 3535))
    .addOption(port('identity', 'the development identity provider', 3456))
    .addOption(port('preview', 'the preview of drafts', 8788))
    .option('--data <folder>', 'where content, records and builds are kept', '.data')
    .option('--clock <instant>', 'set the demonstration clock to an instant, or “real”', parseClock, 'keep')
    .option('--reset', 'start over: delete what is in the data folder, after asking', false)
    .option('--yes', 'do not ask', false)
    .option('--open', 'open the site in your browser when it is ready', false)
    .option('--no-studio', 'the site alone, without Studio and the preview of drafts')
    .parse(argv, { from: 'user' })
  const options = command.opts<{
    sitePort: number
    studioPort: number
    lakePort: number
    identityPort: number
    previewPort: number
    data: string
    clock: string
    reset: boolean
    yes: boolean
    open: boolean
    studio: boolean
  }>()
  return {
    ports: {
      lake: options.lakePort,
      studio: options.studioPort,
      identity: options.identityPort,
      site: options.sitePort,
      preview: options.previewPort,
    },
    data: resolve(join(import.meta.dirname, '..', '..'), options.data),
    clock: options.clock,
    reset: options.reset,
    yes: options.yes,
    openBrowser: options.open,
    studio: options.studio,
  }
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError('A port is a whole number from 1 to 65535.')
  }
  return port
}

function parseClock(text: string): string {
  if (text === 'real' || text === 'keep') return text
  try {
    return Temporal.Instant.from(text).toString()
  } catch {
    throw new InvalidArgumentError('Write an instant like 2021-12-28T23:30:00Z, or “real”.')
  }
}
