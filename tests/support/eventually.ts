import { setTimeout as delay } from 'node:timers/promises'
import { PATIENCE } from './patience.ts'

/**
 * Repeats a look until it shows what is hoped for.
 *
 * @param look returns something other than undefined when it does.
 * @param within milliseconds.
 * @throws Error naming what was waited for.
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  within = PATIENCE,
): Promise<T> {
  const until = Date.now() + within
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    if (Date.now() > until) throw new Error(`Waited ${within} ms in vain for ${what}.`)
    await delay(100)
  }
}
