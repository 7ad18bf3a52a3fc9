import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { requireBrowser } from '../../scripts/browser.ts'
import { PATIENCE } from './patience.ts'

/** Switches off what Chromium would do on its own account: updates, synchronisation, QUIC, a tour of its features. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the system's Chromium. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  return await chromium.launch({ executablePath: requireBrowser(), args: [...QUIET, ...args] })
}

/** Starts Chromium for somebody who has set its letters to twice their size. Media queries follow that, unlike a style. */
export function launchWithLargeLetters(): Promise<Browser> {
  return launchChromium(['--blink-settings=defaultFontSize=32'])
}

/** Opens every summary of a page. */
export function openDetails(page: Page): Promise<void> {
  return page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
}

/** How far a page scrolls sideways, in pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** A page whose noise is recorded: a journey ends by expecting none. */
export interface WatchedPage {
  readonly page: Page
  /** Console errors and uncaught exceptions, in order. */
  readonly errors: string[]
  /** Addresses outside loopback that the page asked for. */
  readonly outside: string[]
}

/**
 * Opens a page in a fresh context and records its errors and its requests outside loopback.
 *
 * @param browser - what {@link launchChromium} returned
 * @param options - viewport, colour scheme and the like
 */
export async function openWatchedPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const errors: string[] = []
  const outside: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  const note = (url: string) => {
    if (!isLoopback(url)) outside.push(url)
  }
  context.on('request', (request) => note(request.url()))
  page.on('websocket', (socket) => note(socket.url()))
  return { page, errors, outside }
}

function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  if (protocol === 'data:' || protocol === 'blob:') return true
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1'
}
