import { type Cover, TINY } from './cover.ts'
import { type Bound, descentFor } from './descent.ts'
import { unfitting } from './fitting.ts'
import { repaired } from './greedy.ts'
import { listAt } from './numbers.ts'
import { type Programme, programmeOf } from './programme.ts'
import { Simplex } from './simplex.ts'

/** An answer, and which items could still be in an answer that costs no more. */
export type Cheapest = {
  readonly cost: number
  readonly items: readonly number[]
  /** No answer costs less than this: the answer's own cost, unless the work ran out. */
  readonly proven: number
  readonly allowed: Uint8Array
}

/** What is asked of {@link cheapest}. */
export type Question = {
  readonly costs: Float64Array
  /** An answer, from which to improve. */
  readonly first: readonly number[]
  /** How many items an answer may have. */
  readonly most: number
  /** No answer is known to cost less than this. */
  readonly least: number
  /** Costs of different answers differ by at least this. */
  readonly step: number
  /** 1 for items that may be taken. */
  readonly allowed: Uint8Array
  /** See `standsInFor`: once an item has been left, those are not tried. Asked for only where an item is left. */
  readonly worse: () => readonly (readonly number[])[]
}

/** How much may still be done, in items looked at. It is counted, not timed: the same question gets the same answer. */
export type Work = { left: number }

/** How many items a descent may look at before it is the programme's turn. */
const patience = 400_000
/** A pivot of the programme takes about as long as looking at so many items. */
const pivot = 250

/**
 * The cheapest answer: branch and bound. Lower bounds are the optima of the programme in which items can be taken in
 * shares; each optimum also says which items would cost too much to take or to leave, and its prices guide a descent
 * through what is left. Only where that takes too long is one of the items for the open unit with the fewest decided, and
 * the programme solved again.
 */
export function cheapest(
  cover: Cover,
  { costs, first, most, least, step, allowed, worse }: Question,
  work: Work,
): Cheapest {
  const costOf = (items: readonly number[]) => items.reduce((sum, item) => sum + (costs[item] as number), 0)
  let best = first
  let cost = costOf(first)
  let ceiling = Number.POSITIVE_INFINITY
  const limit = () => Math.min(cost - step, ceiling) + TINY
  const poorest = costs.reduce((few, each) => Math.min(few, each), Number.POSITIVE_INFINITY)
  /** How many items an answer may have within the limit. */
  const mostItems = () => (poorest > TINY ? Math.min(most, Math.floor((limit() + TINY) / poorest)) : most)
  const offer = (items: readonly number[]) => {
    const found = costOf(items)
    if (items.length <= most && found <= limit()) {
      best = items.slice()
      cost = found
    }
    return limit()
  }
  const descend = descentFor(cover)
  const root = Simplex.of(programmeFor(cover, costs, most))
  for (let item = 0; item < costs.length; item++) if ((allowed[item] as number) === 0) root.leave(item)
  root.solve(Number.POSITIVE_INFINITY)
  const start = Math.max(least, Math.ceil((root.cost - TINY) / step) * step)
  const bound = boundOf(cover, costs, root)
  for (const share of [1, 0.5, 0]) {
    if (cost <= start + TINY) break
    const prices = bound.units.map((price) => price * share)
    const pointPrices = bound.points.map((price) => price * share)
    const answer = repaired(cover, costs, allowed, prices, pointPrices)
    if (answer !== undefined) offer(answer)
  }

  let proven = Math.min(start, cost)

  function solved(node: Simplex): boolean {
    const before = node.pivots
    const within = node.solve(limit())
    work.left -= pivot * (1 + node.pivots - before)
    if (within) node.settle(limit())
    return within
  }

  /** @returns false when the work ran out. */
  function visit(node: Simplex): boolean {
    if (work.left <= 0) return false
    if (cost <= proven + TINY) return true
    if (!solved(node)) return true
    let decided = { ...node.decided(), most: mostItems() }
    for (;;) {
      const out = unfitting(cover, decided)
      if (out === undefined) return true
      if (out.length === 0) break
      for (const item of out) node.leave(item)
      if (!solved(node)) return true
      decided = { ...node.decided(), most: mostItems() }
    }
    const shares = node.shares()
    const divided = mostDivided(shares)
    if (divided === undefined) {
      offer(Array.from(shares.keys()).filter((item) => (shares[item] as number) > 0.5))
      return true
    }
    const { looked, isComplete } = descend(decided, boundOf(cover, costs, node), limit(), offer, patience)
    work.left -= looked
    if (isComplete) return true
    for (const item of scarcest(cover, decided, node, shares, limit()) ?? [divided]) {
      if ((node.high[item] as number) === 0) continue
      const taking = node.copy()
      taking.take(item)
      if (!visit(taking)) return false
      if ((node.low[item] as number) === 1) return true
      for (const other of [item, ...listAt(worse(), item)])
        if ((node.low[other] as number) === 0) node.leave(other)
      if (!solved(node)) return true
    }
    return visit(node)
  }
  // Most items cost too much for an answer that is hardly dearer than the bound: with a low ceiling the search is short,
  // and what it finds is the cheapest. Only when it finds nothing is the ceiling raised.
  for (let room = 0; proven < cost - TINY; room = Math.max(step, room * 1.5, 0.03 * start)) {
    ceiling = Math.min(Math.floor((start + room) / step + TINY) * step, cost - step)
    if (!visit(root.copy())) break
    proven = cost <= ceiling + TINY ? cost : Math.min(ceiling + step, cost)
  }
  root.settle(cost + TINY)
  const stillAllowed = allowed.map((allows, item) => ((root.high[item] as number) === 0 ? 0 : allows))
  return { cost, items: best, proven, allowed: stillAllowed }
}

/** The bound that the prices of a programme's optimum give. */
function boundOf(cover: Cover, costs: Float64Array, node: Simplex): Bound {
  const prices = node.prices()
  const units = cover.itemsOf.length
  const place = units + cover.needs.length
  return {
    costs,
    units: prices.subarray(0, units),
    points: prices.subarray(units, place),
    place: prices[place] as number,
  }
}

/** The item whose share is nearest to a half; undefined when every share is whole. */
function mostDivided(shares: Float64Array): number | undefined {
  let divided: number | undefined
  let nearest = 0.5 - 1e-6
  for (const [item, share] of shares.entries()) {
    const distance = Math.abs(share - 0.5)
    if (distance >= nearest) continue
    nearest = distance
    divided = item
  }
  return divided
}

/**
 * The items for the open unit that the fewest could close, largest share first; undefined when all are closed. Items that
 * raise the cost almost to the limit count for less, as there is little to search once they are taken.
 */
function scarcest(
  { unitsOf, itemsOf }: Cover,
  { taken, free }: { readonly taken: readonly number[]; readonly free: readonly number[] },
  node: Simplex,
  shares: Float64Array,
  limit: number,
): number[] | undefined {
  const isClosed = new Uint8Array(itemsOf.length)
  for (const item of taken) for (const unit of listAt(unitsOf, item)) isClosed[unit] = 1
  const weights = new Float64Array(unitsOf.length)
  for (const item of free) weights[item] = 1.3 - Math.min(1, node.rise(item) / (limit - node.cost + TINY))
  let choice: readonly number[] | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const [unit, items] of itemsOf.entries()) {
    if ((isClosed[unit] as number) === 1) continue
    let many = 0
    for (const item of items) many += weights[item] as number
    if (many >= fewest) continue
    fewest = many
    choice = items
  }
  return choice
    ?.filter((item) => (weights[item] as number) > 0)
    .toSorted((a, b) => (shares[b] as number) - (shares[a] as number))
}

/** Rows for the units, for each need of points, and for the number of items. */
function programmeFor({ itemsOf, unitsOf, needs }: Cover, costs: Float64Array, most: number): Programme {
  const pointsRow = itemsOf.length
  const placesRow = pointsRow + needs.length
  const needed = [...itemsOf.map(() => 1), ...needs.map((need) => need.needed), -most]
  return programmeOf(costs, needed, (item) => {
    const brings: [number, number][] = listAt(unitsOf, item).map((unit) => [unit, 1])
    for (const [need, { points }] of needs.entries()) brings.push([pointsRow + need, points[item] as number])
    brings.push([placesRow, -1])
    return brings
  })
}
