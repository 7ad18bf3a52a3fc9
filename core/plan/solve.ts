import { type Cheapest, cheapest, type Question, type Work } from './cheapest.ts'
import { type Cover, shortOf, TINY } from './cover.ts'
import { standsInFor } from './dominance.ts'
import { listAt } from './numbers.ts'

/** An answer, and what is known of all answers. */
export type Fewest = {
  /** Places of the items. */
  readonly items: readonly number[]
  /** No answer has fewer items than this. */
  readonly leastItems: number
  /** No answer with so few items takes fewer minutes than this. */
  readonly leastMinutes: number
}

/** The fewest items that do what has to be done, with the least minutes; as far as the work allows. */
export function fewestThenShortest(cover: Cover, work: Work): Fewest {
  const { itemsOf, needs } = cover
  const worse = once(() => standsInFor(cover))
  if (itemsOf.length === 0 && needs.length === 0) return { items: [], leastItems: 0, leastMinutes: 0 }
  if (isAboutPoints(cover)) return shortest(cover, fewest(cover, 0, worse, work), worse, work)
  // Points are often reached by the way. Without them the search is easier, and no answer to all has fewer items.
  const bare = { ...cover, needs: [] }
  const worseInBare = once(() => standsInFor(bare))
  const few = fewest(bare, 0, worseInBare, work)
  if (needs.every(({ points, needed }) => few.proven * Math.min(...points) >= needed - TINY))
    return shortest(bare, few, worseInBare, work)
  const isEnough = shortOf(needs, few.items).every((short) => short <= TINY)
  const all = isEnough ? few : fewest(cover, few.proven, worse, work)
  return shortest(cover, all, worse, work)
}

/** Whether the items that the points take are likely to close all units by the way: a guess that saves time. */
function isAboutPoints({ unitsOf, itemsOf, needs }: Cover): boolean {
  const widest = unitsOf.reduce((most, { length }) => Math.max(most, length), 0)
  return needs.some(({ points, needed }) => {
    let short = needed
    let taken = 0
    for (const each of points.toSorted((a, b) => b - a)) {
      if (short <= TINY) break
      short -= each
      taken += 1
    }
    return taken * widest > 1.5 * itemsOf.length
  })
}

function fewest(cover: Cover, least: number, worse: Question['worse'], work: Work): Cheapest {
  const size = cover.unitsOf.length
  return cheapest(
    cover,
    {
      costs: new Float64Array(size).fill(1),
      first: Array.from(cover.unitsOf.keys()),
      most: size,
      least,
      step: 1,
      allowed: new Uint8Array(size).fill(1),
      worse,
    },
    work,
  )
}

/** Of the answers with as few items, the one with the least minutes. */
function shortest(cover: Cover, few: Cheapest, worse: Question['worse'], work: Work): Fewest {
  const allowed = few.allowed.slice()
  // Without points to reach, what another can stand in for is never needed.
  if (cover.needs.length === 0) for (const others of worse()) for (const other of others) allowed[other] = 0
  const { items, proven } = cheapest(
    cover,
    {
      costs: Float64Array.from(cover.minutes),
      first: few.items,
      most: few.cost,
      least: 0,
      step: commonStep(cover.minutes),
      allowed,
      worse,
    },
    work,
  )
  return {
    items: withEarlier(cover, items),
    leastItems: few.proven,
    // Of answers with still fewer items, nothing is known.
    leastMinutes: few.proven === few.cost ? proven : 0,
  }
}

/** Computes something when it is first asked for, and only then. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}

/** The largest number that all minutes are multiples of, as far as they are whole; otherwise next to nothing. */
function commonStep(numbers: readonly number[]): number {
  if (!numbers.every((number) => Number.isSafeInteger(number))) return 1e-6
  const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b))
  return numbers.reduce(divisor, 0) || 1e-6
}

/** Exchanges items for earlier ones that do as well, until none is left. */
function withEarlier(cover: Cover, answer: readonly number[]): number[] {
  const { unitsOf, itemsOf, minutes, needs } = cover
  const items = answer.toSorted((a, b) => a - b)
  const covered = new Uint16Array(itemsOf.length)
  const short = shortOf(needs, items)
  const shortWith = (item: number, other: number) =>
    needs.map(
      ({ points }, need) => (short[need] as number) + (points[item] as number) - (points[other] as number),
    )
  for (const item of items) {
    for (const unit of listAt(unitsOf, item)) covered[unit] = (covered[unit] as number) + 1
  }
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as number
    const needed = listAt(unitsOf, item).filter((unit) => (covered[unit] as number) === 1)
    for (let other = 0; other < item; other++) {
      if (items.includes(other) || (minutes[other] as number) !== (minutes[item] as number)) continue
      const then = shortWith(item, other)
      if (then.some((each) => each > TINY)) continue
      const own = new Set(listAt(unitsOf, other))
      if (!needed.every((unit) => own.has(unit))) continue
      for (const unit of listAt(unitsOf, item)) covered[unit] = (covered[unit] as number) - 1
      for (const unit of own) covered[unit] = (covered[unit] as number) + 1
      short.splice(0, short.length, ...then)
      items[index] = other
      items.sort((a, b) => a - b)
      index = -1
      break
    }
  }
  return items
}
