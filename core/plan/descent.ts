import { type Cover, TINY } from './cover.ts'
import { listAt } from './numbers.ts'

/**
 * One objective of a descent. Whatever completes an answer costs at least what the prices of the demands come to, and
 * exactly that plus what each of its choices adds (Lagrangian duality): the descent sums these additions as it goes.
 */
export type Budget = {
  readonly costs: Float64Array
  /** Price of each unit, of a point, and of each item that is not taken of those that may be. None is negative. */
  readonly units: Float64Array
  readonly point: number
  readonly place: number
  /** What a whole answer may cost at most. */
  limit: number
}

/** How many items are worth comparing with one another. */
const few = 64

/** Where a descent begins: what has been taken, and what may still be. */
export type Start = {
  readonly taken: readonly number[]
  readonly free: readonly number[]
  /** How many items a whole answer may have at most. */
  readonly most: number
}

/**
 * Looks depth first through all answers that keep within the budgets, always by the open unit with the fewest items to
 * choose from. Quick where few items fit, hopeless where many do; so it gives up in time.
 *
 * @param budgets the first is that of the objective.
 * @param found is told of each answer and returns the objective's new limit.
 * @param patience how many choices may be looked at.
 * @returns false when it gave up.
 */
export function descend(
  { unitsOf, itemsOf, points, pointsNeeded }: Cover,
  start: Start,
  budgets: readonly Budget[],
  worse: readonly (readonly number[])[],
  found: (items: readonly number[]) => number,
  patience: number,
): boolean {
  const rows = itemsOf.length
  const width = budgets.length
  const covered = new Uint8Array(rows)
  const taken = start.taken.slice()
  let got = 0
  for (const item of taken) {
    got += points[item] as number
    for (const unit of listAt(unitsOf, item)) covered[unit] = 1
  }
  let open = 0
  for (let row = 0; row < rows; row++) if ((covered[row] as number) === 0) open += 1
  const places = start.most - taken.length
  const spent = budgets.map(({ costs, units, point, place }) => {
    let sum = point * Math.max(0, pointsNeeded - got) - place * places
    for (let row = 0; row < rows; row++) if ((covered[row] as number) === 0) sum += units[row] as number
    for (const item of taken) sum += costs[item] as number
    return sum
  })
  const rest = budgets.map(() => new Float64Array(start.free.length))
  for (const [index, { costs, units, point, place }] of budgets.entries()) {
    for (const [order, item] of start.free.entries()) {
      let reduced = (costs[item] as number) - point * (points[item] as number) + place
      for (const unit of listAt(unitsOf, item))
        if ((covered[unit] as number) === 0) reduced -= units[unit] as number
      // Prices of units that are closed already have no part in it.
      if (reduced < 0) spent[index] = (spent[index] as number) + reduced
      const own = rest[index]
      if (own !== undefined) own[order] = Math.max(0, reduced)
    }
  }
  let looked = 0
  const limits = Float64Array.from(budgets, ({ limit }) => limit)
  const prices = budgets.map(({ units }) => units)
  const pointPrices = Float64Array.from(budgets, ({ point }) => point)
  /** The units of item `i` are `flat[from[i]]` up to `flat[from[i + 1]]`. */
  const from = new Int32Array(unitsOf.length + 1)
  for (let item = 0; item < unitsOf.length; item++)
    from[item + 1] = (from[item] as number) + listAt(unitsOf, item).length
  const flat = Int32Array.from(unitsOf.flat())
  const pointsOf = Float64Array.from(points)
  /** At what depth a unit was closed last; only read while it is closed. */
  const closedAt = new Int32Array(rows).fill(-1)
  const words = Math.ceil(rows / 31)
  const masks = new Int32Array(few * words)
  const stay = new Int32Array(few)
  const levels: Level[] = []
  const levelAt = (depth: number) => {
    levels[depth] ??= levelOf(start.free.length, width, rows, unitsOf.length)
    return levels[depth]
  }
  const top = levelAt(0)
  top.size = start.free.length
  top.items.set(start.free)
  for (const [index, own] of rest.entries()) top.adds[index]?.set(own)
  top.spent.set(spent)

  function visit(depth: number, open: number, got: number): boolean {
    if (open === 0 && got >= pointsNeeded - TINY) {
      limits[0] = found(taken)
      return true
    }
    const left = start.most - taken.length
    if (left <= 0) return true
    const here = levelAt(depth)
    const { items, adds, size, counts, gone, options } = here
    // What to choose from: the open unit with the fewest items; with all closed, whatever brings points.
    counts.fill(0)
    let gains = 0
    let richest = 0
    for (let order = 0; order < size; order++) {
      const item = items[order] as number
      let gain = 0
      for (let place = from[item] as number; place < (from[item + 1] as number); place++) {
        const unit = flat[place] as number
        if (covered[unit] === 1) continue
        gain += 1
        counts[unit] = (counts[unit] as number) + 1
      }
      if (gain > gains) gains = gain
      if ((pointsOf[item] as number) > richest) richest = pointsOf[item] as number
    }
    if (gains * left < open || got + richest * left < pointsNeeded - TINY) return true
    let chosen = -1
    if (open > 0) {
      let fewest = size + 1
      for (let row = 0; row < rows; row++) {
        if (covered[row] === 1 || (counts[row] as number) >= fewest) continue
        fewest = counts[row] as number
        chosen = row
      }
      if (fewest === 0) return true
    }
    // Kept in order of what they add to the objective while they are collected.
    const first = adds[0] as Float64Array
    let many = 0
    for (let order = 0; order < size; order++) {
      if (chosen >= 0 && !closes(items[order] as number, chosen)) continue
      let place = many
      while (place > 0 && (first[options[place - 1] as number] as number) > (first[order] as number)) {
        options[place] = options[place - 1] as number
        place -= 1
      }
      options[place] = order
      many += 1
    }
    gone.fill(0)
    const next = levelAt(depth + 1)
    for (let choice = 0; choice < many; choice++) {
      const option = options[choice] as number
      const item = items[option] as number
      if (gone[item] === 1) continue
      if (++looked > patience) return false
      gone[item] = 1
      const gotThen = got + (pointsOf[item] as number)
      const over = Math.min(pointsOf[item] as number, Math.max(0, gotThen - pointsNeeded))
      let fits = true
      for (let index = 0; index < width; index++) {
        const own = adds[index] as Float64Array
        const total =
          (here.spent[index] as number) + (own[option] as number) + (pointPrices[index] as number) * over
        next.spent[index] = total
        if (total > (limits[index] as number)) fits = false
      }
      if (fits) {
        let openThen = open
        for (let place = from[item] as number; place < (from[item + 1] as number); place++) {
          const unit = flat[place] as number
          if (covered[unit] === 1) continue
          covered[unit] = 1
          closedAt[unit] = depth
          openThen -= 1
        }
        keep(depth, next, gotThen >= pointsNeeded - TINY)
        taken.push(item)
        const done = visit(depth + 1, openThen, gotThen)
        taken.pop()
        for (let place = from[item] as number; place < (from[item + 1] as number); place++) {
          const unit = flat[place] as number
          if (closedAt[unit] !== depth) continue
          covered[unit] = 0
          closedAt[unit] = -1
        }
        if (!done) return false
      }
      if (pointsNeeded > TINY) for (const other of listAt(worse, item)) gone[other] = 1
    }
    return true
  }

  function closes(item: number, unit: number): boolean {
    for (let place = from[item] as number; place < (from[item + 1] as number); place++)
      if (flat[place] === unit) return true
    return false
  }

  /** Hands on to the next level what can still be of use there, with what it adds there. */
  function keep(depth: number, next: Level, enoughPoints: boolean): void {
    const { items, adds, size, gone } = levelAt(depth)
    let kept = 0
    for (let order = 0; order < size; order++) {
      const item = items[order] as number
      if (gone[item] === 1) continue
      let gain = 0
      let overlaps = false
      for (let place = from[item] as number; place < (from[item + 1] as number); place++) {
        const unit = flat[place] as number
        if (covered[unit] === 0) gain += 1
        else if (closedAt[unit] === depth) overlaps = true
      }
      if (gain === 0 && enoughPoints) continue
      let fits = true
      for (let index = 0; index < width; index++) {
        let more = (adds[index] as Float64Array)[order] as number
        if (overlaps) {
          const own = prices[index] as Float64Array
          for (let place = from[item] as number; place < (from[item + 1] as number); place++) {
            const unit = flat[place] as number
            if (closedAt[unit] === depth) more += own[unit] as number
          }
        }
        if ((next.spent[index] as number) + more > (limits[index] as number)) {
          fits = false
          break
        }
        const into = next.adds[index] as Float64Array
        into[kept] = more
      }
      if (!fits) continue
      next.items[kept] = item
      kept += 1
    }
    next.size = enoughPoints && kept <= few ? thinned(next, kept) : kept
  }

  /**
   * Drops what another can stand in for from here on: it closes no open unit that the other does not close, and costs no
   * less. With many items that would take longer than it saves.
   */
  function thinned({ items, adds }: Level, size: number): number {
    const costs = budgets[0]?.costs as Float64Array
    for (let order = 0; order < size; order++) {
      const item = items[order] as number
      for (let word = 0; word < words; word++) masks[order * words + word] = 0
      for (let place = from[item] as number; place < (from[item + 1] as number); place++) {
        const unit = flat[place] as number
        if (covered[unit] === 1) continue
        const word = order * words + Math.floor(unit / 31)
        masks[word] = (masks[word] as number) | (1 << (unit % 31))
      }
    }
    let kept = 0
    for (let order = 0; order < size; order++) {
      const cost = costs[items[order] as number] as number
      let needed = true
      for (let other = 0; other < size && needed; other++) {
        if (other === order) continue
        const otherCost = costs[items[other] as number] as number
        if (otherCost > cost) continue
        let more = false
        let fewer = false
        for (let word = 0; word < words && !more; word++) {
          const own = masks[order * words + word] as number
          const theirs = masks[other * words + word] as number
          if (own & ~theirs) more = true
          if (theirs & ~own) fewer = true
        }
        // Of two that are equal in all this, the first stays.
        if (!more && (fewer || otherCost < cost || other < order)) needed = false
      }
      if (needed) stay[kept++] = order
    }
    for (let order = 0; order < kept; order++) {
      const place = stay[order] as number
      items[order] = items[place] as number
      for (const own of adds) own[order] = own[place] as number
    }
    return kept
  }
  return visit(0, open, got)
}

/** What may be chosen at one depth, and what each choice adds to each budget. Made once and used again and again. */
type Level = {
  size: number
  readonly items: Int32Array
  readonly adds: readonly Float64Array[]
  readonly spent: Float64Array
  readonly counts: Int32Array
  readonly gone: Uint8Array
  readonly options: Int32Array
}

function levelOf(free: number, width: number, rows: number, items: number): Level {
  return {
    size: 0,
    items: new Int32Array(free),
    adds: Array.from({ length: width }, () => new Float64Array(free)),
    spent: new Float64Array(width),
    counts: new Int32Array(rows),
    gone: new Uint8Array(items),
    options: new Int32Array(free),
  }
}
