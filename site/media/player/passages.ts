/**
 * Which of several parts that follow each other is on.
 *
 * @param starts of the parts, in seconds, in rising order.
 * @param at where the video stands, in seconds.
 * @returns the index of the last part that has begun; -1 before the first.
 */
export function partAt(starts: readonly number[], at: number): number {
  return starts.findLastIndex((start) => start <= at)
}
