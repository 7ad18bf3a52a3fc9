import { type Cover, TINY } from './cover.ts'
import { bitsIn, listAt } from './numbers.ts'

/**
 * A lower bound of what answers cost. Whatever completes an answer costs at least what the prices of the demands come to,
 * and exactly that plus what each of its choices adds (Lagrangian duality): the descent sums these additions as it goes.
 */
export type Bound = {
  readonly costs: Float64Array
  /** Price of each unit, of a point, and of each item that is not taken of those that may be. None is negative. */
  readonly units: Float64Array
  readonly point: number
  readonly place: number
}

/** Where a descent begins: what has been taken, and what may still be. */
export type Start = {
  readonly taken: readonly number[]
  readonly free: readonly number[]
  /** How many items a whole answer may have at most. */
  readonly most: number
}

/** After how many choices it is clear whether there is any hope. */
const early = 400

/** What may be chosen at one depth. Made once and used again and again. */
type Level = {
  /** How many may be chosen. */
  size: number
  readonly items: Int32Array
  /** What each adds to the bound. */
  readonly adds: Float64Array
  /** How many of them close each unit. */
  readonly counts: Int32Array
  /** The most that one of them closes, and brings. */
  widest: number
  richest: number
  /** Units that are open, and those of them that the last choice closed, as bits. */
  readonly open: Int32Array
  readonly closed: Int32Array
  readonly options: Int32Array
}

/**
 * Looks depth first through all answers that keep within the limit, always by the open unit with the fewest items to
 * choose from. Quick where few items fit, hopeless where many do; so it gives up in
 * time, and early where it gets nowhere.
 *
 * @param limit what an answer may cost.
 * @param found is told of each answer and returns the new limit.
 * @param patience how many choices may be looked at.
 * @returns how many choices it looked at; more than `patience` when it gave up.
 */
export function descend(
  { unitsOf, itemsOf, masks, words, points, pointsNeeded }: Cover,
  start: Start,
  { costs, units: prices, point, place }: Bound,
  limit: number,
  found: (items: readonly number[]) => number,
  patience: number,
): number {
  const taken = start.taken.slice()
  const gone = new Uint8Array(unitsOf.length)
  const levels: Level[] = []
  const levelAt = (depth: number) => {
    levels[depth] ??= levelOf(start.free.length, itemsOf.length, words)
    return levels[depth]
  }
  let looked = 0
  let most = limit
  /** How many of how many choices are done with at the first two depths. */
  const done = new Float64Array(2)
  const of = new Float64Array(2).fill(1)

  /** Whether it is too little so far to get anywhere near the end in time. */
  function isHopeless(): boolean {
    const second = (done[1] as number) / (of[1] as number)
    return ((done[0] as number) + second) / (of[0] as number) < early / patience / 8
  }

  /** Keeps what still fits once the units of `to.closed` are closed. */
  function narrow(from: Level, to: Level, spent: number, least: number): void {
    const { counts, open, closed, items, adds } = to
    const { items: fromItems, adds: fromAdds, size } = from
    const room = most - spent
    counts.fill(0)
    let kept = 0
    let widest = 0
    let richest = 0
    for (let order = 0; order < size; order++) {
      const item = fromItems[order] as number
      let add = fromAdds[order] as number
      if (gone[item] === 1 || add > room) continue
      const base = item * words
      let gain = 0
      for (let word = 0; word < words; word++) {
        const mask = masks[base + word] as number
        gain += bitsIn(mask & (open[word] as number))
        // It was to have a part of the price of these units, too.
        for (let bits = mask & (closed[word] as number); bits !== 0; bits &= bits - 1)
          add += prices[word * 32 + 31 - Math.clz32(bits & -bits)] as number
      }
      if (gain < least || add > room) continue
      items[kept] = item
      adds[kept] = add
      kept += 1
      if (gain > widest) widest = gain
      const brings = points[item] as number
      if (brings > richest) richest = brings
      for (let word = 0; word < words; word++) {
        for (
          let bits = (masks[base + word] as number) & (open[word] as number);
          bits !== 0;
          bits &= bits - 1
        ) {
          const unit = word * 32 + 31 - Math.clz32(bits & -bits)
          counts[unit] = (counts[unit] as number) + 1
        }
      }
    }
    to.size = kept
    to.widest = widest
    to.richest = richest
  }

  /** Which to choose from: those for the open unit with the fewest; with all closed, all. In order of what they add. */
  function optionsAt({ size, items, adds, counts, open, options }: Level): number {
    let unit = -1
    for (let word = 0; word < words; word++) {
      for (let bits = open[word] as number; bits !== 0; bits &= bits - 1) {
        const each = word * 32 + 31 - Math.clz32(bits & -bits)
        if (unit < 0 || (counts[each] as number) < (counts[unit] as number)) unit = each
      }
    }
    let many = 0
    for (let order = 0; order < size; order++) {
      const word = (items[order] as number) * words + (unit >> 5)
      if (unit >= 0 && ((masks[word] as number) & (1 << (unit & 31))) === 0) continue
      let place = many++
      while (place > 0 && (adds[options[place - 1] as number] as number) > (adds[order] as number)) {
        options[place] = options[place - 1] as number
        place -= 1
      }
      options[place] = order
    }
    return many
  }

  function visit(depth: number, open: number, got: number, spent: number): void {
    const here = levelAt(depth)
    const next = levelAt(depth + 1)
    const left = start.most - taken.length
    if (here.widest * left < open || got + here.richest * left < pointsNeeded - TINY) return
    const many = optionsAt(here)
    let tried = 0
    for (; tried < many && looked <= patience; tried++) {
      const order = here.options[tried] as number
      const item = here.items[order] as number
      const brings = points[item] as number
      looked += 1
      if (depth < 2) {
        done[depth] = tried
        of[depth] = many
      }
      if (looked === early && isHopeless()) looked = patience + 1
      gone[item] = 1
      const then = got + brings
      // Points beyond those needed have no price.
      const total =
        spent + (here.adds[order] as number) + point * Math.min(brings, Math.max(0, then - pointsNeeded))
      if (total > most) continue
      let stillOpen = open
      for (let word = 0; word < words; word++) {
        const before = here.open[word] as number
        const closed = before & (masks[item * words + word] as number)
        next.closed[word] = closed
        next.open[word] = before ^ closed
        stillOpen -= bitsIn(closed)
      }
      const enough = then >= pointsNeeded - TINY
      taken.push(item)
      if (stillOpen === 0 && enough) most = found(taken)
      else if (left > 1) {
        // The others together close no more than the widest would, again and again.
        const least = stillOpen - here.widest * (left - 2)
        narrow(here, next, total, Math.max(least, enough ? 1 : 0))
        visit(depth + 1, stillOpen, then, total)
      }
      taken.pop()
    }
    for (let option = 0; option < tried; option++)
      gone[here.items[here.options[option] as number] as number] = 0
  }

  const all = levelAt(1)
  const top = levelAt(0)
  for (let unit = 0; unit < itemsOf.length; unit++)
    top.open[unit >> 5] = (top.open[unit >> 5] as number) | (1 << (unit & 31))
  let got = 0
  let spent = -place * (start.most - taken.length)
  for (const item of taken) {
    got += points[item] as number
    spent += costs[item] as number
    for (let word = 0; word < words; word++)
      top.open[word] = (top.open[word] as number) & ~(masks[item * words + word] as number)
  }
  spent += point * Math.max(0, pointsNeeded - got)
  const isOpen = (unit: number) => ((top.open[unit >> 5] as number) & (1 << (unit & 31))) !== 0
  let open = 0
  for (let unit = 0; unit < itemsOf.length; unit++) {
    if (!isOpen(unit)) continue
    open += 1
    spent += prices[unit] as number
  }
  for (const [order, item] of start.free.entries()) {
    let add = (costs[item] as number) - point * (points[item] as number) + place
    for (const unit of listAt(unitsOf, item)) if (isOpen(unit)) add -= prices[unit] as number
    // Where the prices say that it pays to take an item, the bound holds it already.
    if (add < 0) spent += add
    all.items[order] = item
    all.adds[order] = Math.max(0, add)
  }
  all.size = start.free.length
  if (open === 0 && got >= pointsNeeded - TINY) found(taken)
  else if (taken.length < start.most) {
    narrow(all, top, spent, 0)
    visit(0, open, got, spent)
  }
  return looked
}

function levelOf(items: number, units: number, words: number): Level {
  return {
    size: 0,
    items: new Int32Array(items),
    adds: new Float64Array(items),
    counts: new Int32Array(units),
    widest: 0,
    richest: 0,
    open: new Int32Array(words),
    closed: new Int32Array(words),
    options: new Int32Array(items),
  }
}
