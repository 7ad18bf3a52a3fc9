/**
 * How long to wait before the next try: twice as long each time, for a minute at most, or as long as the server asks.
 *
 * @param tries how many have failed, counted from 1.
 * @param asked seconds of a `Retry-After`, if any.
 * @param chance 0 to below 1: spreads the tries of many members who lost the same server at the same moment.
 * @returns milliseconds.
 */
export function delayBefore(tries: number, asked: number, chance: number): number {
  const step = Math.min(60_000, 1000 * 2 ** Math.min(tries, 10))
  return Math.max(asked * 1000, step * (0.75 + chance / 4))
}
