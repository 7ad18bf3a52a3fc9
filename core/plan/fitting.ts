import { type Cover, shortOf, TINY } from './cover.ts'
import { listAt } from './numbers.ts'

/** What has been taken, what may still be, and how many items a whole answer may have at most. */
export type Start = {
  readonly taken: readonly number[]
  readonly free: readonly number[]
  readonly most: number
}

/**
 * The items that may still be taken but do not fit any more: the places that are left would be too few to close the other
 * units even if each of the others closed as many as any can. With enough points, neither do those that close nothing.
 *
 * @returns undefined when the places are too few whatever is taken.
 */
export function unfitting({ unitsOf, itemsOf, needs }: Cover, start: Start): number[] | undefined {
  const { taken, free, most } = start
  const isClosed = new Uint8Array(itemsOf.length)
  let open = itemsOf.length
  for (const item of taken) {
    for (const unit of listAt(unitsOf, item)) {
      open -= 1 - (isClosed[unit] as number)
      isClosed[unit] = 1
    }
  }
  let widest = 0
  const gains = free.map((item) => {
    let gain = 0
    for (const unit of listAt(unitsOf, item)) gain += 1 - (isClosed[unit] as number)
    if (gain > widest) widest = gain
    return gain
  })
  const left = most - taken.length
  if (widest * left < open) return undefined
  const isShort = shortOf(needs, taken).some((short) => short > TINY)
  const least = Math.max(open - widest * (left - 1), isShort ? 0 : 1)
  return free.filter((_, order) => (gains[order] as number) < least)
}
