import { type Cover, TINY } from './cover.ts'
import { listAt } from './numbers.ts'

/**
 * An answer built by taking, again and again, what costs least beyond the prices of what it newly does, for how much that
 * is; then without what turned out to be needless.
 *
 * @returns undefined when the items that are allowed cannot do it.
 */
export function repaired(
  { unitsOf, itemsOf, needs }: Cover,
  costs: Float64Array,
  allowed: Uint8Array,
  prices: Float64Array,
  point: Float64Array,
): number[] | undefined {
  const covered = new Uint16Array(itemsOf.length)
  const taken: number[] = []
  const isTaken = new Uint8Array(unitsOf.length)
  /** How many open units each closes, and what it costs beyond their prices. */
  const fresh = Int32Array.from(unitsOf, (units) => units.length)
  const rest = costs.slice()
  for (const [item, units] of unitsOf.entries())
    for (const unit of units) rest[item] = (rest[item] as number) - (prices[unit] as number)
  let open = itemsOf.length
  const short = needs.map(({ needed }) => needed)
  while (open > 0 || short.some((each) => each > TINY)) {
    let choice = -1
    let least = Number.POSITIVE_INFINITY
    for (let item = 0; item < unitsOf.length; item++) {
      if ((allowed[item] as number) === 0 || (isTaken[item] as number) === 1) continue
      let brings = 0
      let priced = 0
      for (let need = 0; need < needs.length; need++) {
        const each = Math.min(needs[need]?.points[item] as number, short[need] as number)
        if (each <= 0) continue
        brings += each
        priced += (point[need] as number) * each
      }
      const gain = (fresh[item] as number) + (open === 0 ? brings : brings / 2)
      if (gain <= 0) continue
      const score = ((rest[item] as number) - priced) / gain
      if (score < least) {
        least = score
        choice = item
      }
    }
    if (choice < 0) return undefined
    isTaken[choice] = 1
    taken.push(choice)
    for (const [need, { points }] of needs.entries())
      short[need] = (short[need] as number) - (points[choice] as number)
    for (const unit of listAt(unitsOf, choice)) {
      covered[unit] = (covered[unit] as number) + 1
      if ((covered[unit] as number) > 1) continue
      open -= 1
      for (const item of listAt(itemsOf, unit)) {
        fresh[item] = (fresh[item] as number) - 1
        rest[item] = (rest[item] as number) + (prices[unit] as number)
      }
    }
  }
  const kept = new Set(taken)
  for (const item of taken.toSorted((a, b) => (costs[b] as number) - (costs[a] as number) || b - a)) {
    if (needs.some(({ points }, need) => (short[need] as number) + (points[item] as number) > TINY)) continue
    if (listAt(unitsOf, item).some((unit) => (covered[unit] as number) === 1)) continue
    kept.delete(item)
    for (const [need, { points }] of needs.entries())
      short[need] = (short[need] as number) + (points[item] as number)
    for (const unit of listAt(unitsOf, item)) covered[unit] = (covered[unit] as number) - 1
  }
  return Array.from(kept)
}
