import { cheapest } from './cheapest.ts'
import { type Cover, TINY } from './cover.ts'
import { listAt } from './numbers.ts'

/**
 * The places of the fewest items that do what has to be done, with the least minutes.
 *
 * @param worse see `standsInFor`.
 */
export function fewestThenShortest(cover: Cover, worse: readonly (readonly number[])[]): number[] {
  const { unitsOf, points, pointsNeeded } = cover
  const size = unitsOf.length
  if (cover.itemsOf.length === 0 && pointsNeeded <= TINY) return []
  const allowed = new Uint8Array(size).fill(1)
  // Without points to reach, what another can stand in for is never needed.
  if (pointsNeeded <= TINY) {
    for (const others of worse) for (const other of others) allowed[other] = 0
    for (let item = 0; item < size; item++) if (listAt(unitsOf, item).length === 0) allowed[item] = 0
  }
  const ones = new Float64Array(size).fill(1)
  const minutes = Float64Array.from(cover.minutes)
  const everything = Array.from(points.keys())
  const fewest = cheapest(cover, ones, everything, size, 1, worse, allowed, [])
  const step = commonStep(cover.minutes)
  const shortest = cheapest(cover, minutes, fewest.items, fewest.cost, step, worse, fewest.allowed, [
    fewest.budget,
  ])
  return withEarlier(cover, shortest.items)
}

/** The largest number that all minutes are multiples of, as far as they are whole; otherwise next to nothing. */
function commonStep(numbers: readonly number[]): number {
  if (!numbers.every((number) => Number.isSafeInteger(number))) return 1e-6
  const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b))
  return numbers.reduce(divisor, 0) || 1e-6
}

/** Exchanges items for earlier ones that do as well, until none is left. */
function withEarlier(cover: Cover, answer: readonly number[]): number[] {
  const { unitsOf, itemsOf, points, minutes, pointsNeeded } = cover
  const items = answer.toSorted((a, b) => a - b)
  const covered = new Uint16Array(itemsOf.length)
  let got = 0
  for (const item of items) {
    got += points[item] as number
    for (const unit of listAt(unitsOf, item)) covered[unit] = (covered[unit] as number) + 1
  }
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as number
    const needed = listAt(unitsOf, item).filter((unit) => (covered[unit] as number) === 1)
    for (let other = 0; other < item; other++) {
      if (items.includes(other) || (minutes[other] as number) !== (minutes[item] as number)) continue
      if (got - (points[item] as number) + (points[other] as number) < pointsNeeded - TINY) continue
      const own = new Set(listAt(unitsOf, other))
      if (!needed.every((unit) => own.has(unit))) continue
      for (const unit of listAt(unitsOf, item)) covered[unit] = (covered[unit] as number) - 1
      for (const unit of own) covered[unit] = (covered[unit] as number) + 1
      got += (points[other] as number) - (points[item] as number)
      items[index] = other
      items.sort((a, b) => a - b)
      index = -1
      break
    }
  }
  return items
}
