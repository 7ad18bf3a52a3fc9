import { type Cover, TINY } from './cover.ts'
import { type Budget, descend } from './descent.ts'
import { repaired } from './greedy.ts'
import { listAt } from './numbers.ts'
import { type Programme, Tableau } from './programme.ts'

/** An answer, and which items could still be in an answer that costs no more. */
export type Cheapest = {
  readonly cost: number
  readonly items: readonly number[]
  readonly allowed: Uint8Array
  /** By which another objective's search can tell that an answer costs more than this one. */
  readonly budget: Budget
}

/** How many choices a descent may look at before the programme is asked again. */
const patience = 600

/**
 * The cheapest answer: branch and bound. Lower bounds are the optima of the programme in which items can be taken in
 * shares; each optimum also says which items would cost too much to take or to leave, and its prices guide a descent
 * through what is left. Only where that takes too long is an item decided and the programme solved again.
 *
 * @param first an answer, from which to improve.
 * @param most how many items an answer may have.
 * @param step costs of different answers differ by at least this.
 * @param worse see `standsInFor`: once an item has been left, those are not tried.
 * @param allowed 1 for items that may be taken.
 * @param others budgets of earlier objectives.
 */
export function cheapest(
  cover: Cover,
  costs: Float64Array,
  first: readonly number[],
  most: number,
  step: number,
  worse: readonly (readonly number[])[],
  allowed: Uint8Array,
  others: readonly Budget[],
): Cheapest {
  const costOf = (items: readonly number[]) => items.reduce((sum, item) => sum + (costs[item] as number), 0)
  let best = first
  let cost = costOf(first)
  let ceiling = Number.POSITIVE_INFINITY
  const better = () => Math.min(cost - step, ceiling) + TINY
  const offer = (items: readonly number[]) => {
    const found = costOf(items)
    if (items.length <= most && found <= better()) {
      best = items.slice()
      cost = found
    }
    return better()
  }
  const budgetOf = (node: Tableau): Budget => {
    const prices = node.prices()
    const rows = cover.itemsOf.length
    const hasPoints = cover.pointsNeeded > TINY
    return {
      costs,
      units: prices,
      point: hasPoints ? (prices[rows] as number) : 0,
      place: prices[rows + (hasPoints ? 1 : 0)] as number,
      limit: better(),
    }
  }
  const root = Tableau.of(programmeOf(cover, costs, most))
  for (let item = 0; item < costs.length; item++) if ((allowed[item] as number) === 0) root.leave(item)
  root.solve(Number.POSITIVE_INFINITY)
  const budget = budgetOf(root)
  for (const share of [1, 0.5, 0]) {
    const prices = Float64Array.from(budget.units, (price) => price * share)
    const answer = repaired(cover, costs, allowed, prices, budget.point * share)
    if (answer !== undefined) offer(answer)
  }

  function visit(node: Tableau): void {
    if (!node.solve(better())) return
    node.settle(better())
    const divided = node.mostDivided()
    if (divided === undefined) {
      offer(node.taken())
      return
    }
    if (descend(cover, { ...node.decided(), most }, [budgetOf(node), ...others], worse, offer, patience))
      return
    const without = node.copy()
    node.take(divided)
    visit(node)
    for (const item of [divided, ...listAt(worse, divided)])
      if ((without.low[item] as number) === 0) without.leave(item)
    visit(without)
  }
  // Most items cost too much for an answer that is hardly dearer than the bound: with a low ceiling the search is short,
  // and what it finds is the cheapest. Only when it finds nothing is the ceiling raised.
  const least = Math.ceil((root.cost - TINY) / step) * step
  for (let room = 0; least <= cost - step + TINY; room = Math.max(step, room * 2, 0.03 * least)) {
    const dearest = cost - step
    ceiling = Math.min(least + room, dearest)
    visit(root.copy())
    if (cost <= ceiling + TINY || ceiling === dearest) break
  }
  root.settle(cost + TINY)
  const stillAllowed = allowed.map((allows, item) => ((root.high[item] as number) === 0 ? 0 : allows))
  return { cost, items: best, allowed: stillAllowed, budget: { ...budget, limit: cost + TINY } }
}

/** Rows for the units, for the points where some are needed, and for the number of items. */
function programmeOf(cover: Cover, costs: Float64Array, most: number): Programme {
  const rows = cover.itemsOf.map((items) => {
    const brings = new Float64Array(costs.length)
    for (const item of items) brings[item] = 1
    return { brings, needed: 1 }
  })
  if (cover.pointsNeeded > TINY)
    rows.push({ brings: Float64Array.from(cover.points), needed: cover.pointsNeeded })
  rows.push({ brings: new Float64Array(costs.length).fill(-1), needed: -most })
  return { costs, rows }
}
