import type { Settings } from './env.ts'

/** Gives the current instant in milliseconds of the Unix epoch. */
export type Clock = () => number

/**
 * The clock that windows, attempts and sessions are measured by: the machine's own, or a demonstration clock that
 * starts at another instant and goes at the same pace. Tokens of the identity provider are always judged by real time.
 *
 * @param real the machine's clock.
 */
export function clockOf(demo: Settings['DEMO_CLOCK'], real: Clock): Clock {
  if (demo === undefined) return real
  const offset = Date.parse(demo.epoch) - Date.parse(demo.since)
  return () => real() + offset
}
