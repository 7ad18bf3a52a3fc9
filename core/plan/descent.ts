import { type Cover, shortOf, TINY } from './cover.ts'
import type { Start } from './fitting.ts'
import { listAt } from './numbers.ts'

/**
 * A lower bound of what answers cost. Whatever completes an answer costs at least what the prices of the demands come to,
 * and exactly that plus what each of its choices adds (Lagrangian duality): the descent sums these additions as it goes.
 */
export type Bound = {
  readonly costs: Float64Array
  /** Price of each unit, of a point of each need, and of each item that is not taken of those that may be. None is negative. */
  readonly units: Float64Array
  readonly points: Float64Array
  readonly place: number
}

/**
 * Looks depth first through all answers that keep within the limit, always by the open unit with the fewest items to
 * choose from, where those that add much count for less. Quick where few items fit, hopeless where many do; so it gives up in
 * time, and early where it gets nowhere.
 *
 * @param limit what an answer may cost.
 * @param found is told of each answer and returns the new limit.
 * @param patience how many items may be looked at.
 */
export type Descend = (
  start: Start,
  bound: Bound,
  limit: number,
  found: (items: readonly number[]) => number,
  patience: number,
) => Descended

/** How far a descent came. */
export type Descended = {
  /** How many items it looked at: after each choice all those that were left before it. What takes time is counted by them. */
  readonly looked: number
  /** Whether it looked through all answers; otherwise it gave up. */
  readonly isComplete: boolean
}

/** After how many items it is clear whether there is any hope: there is little when hardly anything is done by then. */
const early = 10_000
const hardly = 0.01
/** A choice by itself takes about as long as looking at so many items. */
const choice = 10

/** What may be chosen at one depth. */
type Level = {
  /** How many may be chosen. */
  size: number
  readonly items: Int32Array
  /** What each adds to the bound. */
  readonly adds: Float64Array
  /** The bound, and the prices of the units that it is made with. */
  spent: number
  readonly prices: Float64Array
  /** The most that one of them closes, and brings to each need. */
  widest: number
  readonly richest: Float64Array
  /** How many points of each need are still missing. */
  readonly short: Float64Array
  /** The open units, those that fewest of them close first. */
  readonly scarce: Int32Array
  open: number
  /** Which of them to choose from. */
  readonly options: Int32Array
  many: number
}

/** A descent through the answers of a cover. Its room is made once and used again and again. */
export function descentFor({ unitsOf, itemsOf, needs }: Cover): Descend {
  const units = itemsOf.length
  const starts = new Int32Array(unitsOf.length + 1)
  for (const [item, { length }] of unitsOf.entries()) starts[item + 1] = (starts[item] as number) + length
  const closes = Int32Array.from(unitsOf.flat())
  const needCount = needs.length
  /** What each item brings to each need, item after item. */
  const pointsOf = Float64Array.from({ length: unitsOf.length * needCount }, (_, at) =>
    Number(needs[at % needCount]?.points[Math.floor(at / needCount)]),
  )
  const levels: Level[] = []
  const gone = new Uint8Array(unitsOf.length)
  /** What an item adds for each unit that the last choice has closed. */
  const extra = new Float64Array(units)
  /** How many of those left close each unit, and where their list ends; the lists hold places. */
  const counts = new Int32Array(units)
  const ends = new Int32Array(units)
  const lists = new Int32Array(closes.length)
  const isOpen = new Uint8Array(units)
  /** The units that the choices have closed, in that order. */
  const closing = new Int32Array(units)
  let looked = 0

  /**
   * Keeps what still fits now that fewer units are open.
   *
   * @returns false when it is sure that no answer is left.
   */
  function narrow(from: Level, to: Level, spent: number, least: number, most: number): boolean {
    const { items, adds, prices, scarce } = to
    const { items: fromItems, adds: fromAdds, prices: fromPrices, scarce: fromScarce, size } = from
    const room = most - spent
    looked += choice + size
    let open = 0
    for (let place = 0; place < from.open; place++) {
      const unit = fromScarce[place] as number
      if ((isOpen[unit] as number) === 0) continue
      scarce[open++] = unit
      prices[unit] = fromPrices[unit] as number
      counts[unit] = 0
    }
    let kept = 0
    let widest = 0
    const { richest } = to
    richest.fill(0)
    for (let order = 0; order < size; order++) {
      const item = fromItems[order] as number
      let add = fromAdds[order] as number
      if (gone[item] === 1 || add > room) continue
      const start = starts[item] as number
      const end = starts[item + 1] as number
      let gain = 0
      for (let at = start; at < end; at++) {
        const unit = closes[at] as number
        add += extra[unit] as number
        gain += isOpen[unit] as number
      }
      if (gain < least || add > room) continue
      items[kept] = item
      adds[kept] = add
      kept += 1
      if (gain > widest) widest = gain
      for (let need = 0; need < needCount; need++) {
        const brings = pointsOf[item * needCount + need] as number
        if (brings > (richest[need] as number)) richest[need] = brings
      }
      for (let at = start; at < end; at++) {
        const unit = closes[at] as number
        counts[unit] = (counts[unit] as number) + 1
      }
    }
    to.open = open
    to.size = kept
    to.widest = widest
    to.spent = spent
    return raise(to, most)
  }

  /** @returns false when it is sure that there is no answer. */
  function raise(to: Level, most: number): boolean {
    const { items, adds, prices, options, scarce, open, size } = to
    if (open === 0) {
      for (let order = 0; order < size; order++) options[order] = order
      to.many = size
      sort(options, size, adds)
      return true
    }
    // They were in order before, so few have to move.
    sort(scarce, open, counts)
    if ((counts[scarce[0] as number] as number) === 0) return false
    let total = 0
    for (let place = 0; place < open; place++) {
      const unit = scarce[place] as number
      ends[unit] = total
      total += counts[unit] as number
    }
    for (let order = 0; order < size; order++) {
      const item = items[order] as number
      const end = starts[item + 1] as number
      for (let at = starts[item] as number; at < end; at++) {
        const unit = closes[at] as number
        if ((isOpen[unit] as number) === 0) continue
        const place = ends[unit] as number
        lists[place] = order
        ends[unit] = place + 1
      }
    }
    let spent = to.spent
    for (let place = 0; place < open; place++) {
      const unit = scarce[place] as number
      const end = ends[unit] as number
      const start = end - (counts[unit] as number)
      let least = adds[lists[start] as number] as number
      for (let at = start + 1; at < end && least > 0; at++) {
        const add = adds[lists[at] as number] as number
        if (add < least) least = add
      }
      if (least <= 0) continue
      for (let at = start; at < end; at++) {
        const order = lists[at] as number
        adds[order] = (adds[order] as number) - least
      }
      spent += least
      prices[unit] = (prices[unit] as number) + least
    }
    if (spent > most) return false
    const room = most - spent
    let unit = -1
    let fewest = Number.POSITIVE_INFINITY
    for (let place = 0; place < open; place++) {
      const each = scarce[place] as number
      const end = ends[each] as number
      let count = 0
      for (let at = end - (counts[each] as number); at < end && count < fewest; at++) {
        const add = adds[lists[at] as number] as number
        if (add <= room) count += 1.5 - add / (room + TINY)
      }
      if (count === 0) return false
      if (count < fewest) {
        fewest = count
        unit = each
      }
    }
    to.spent = spent
    let many = 0
    const end = ends[unit] as number
    for (let at = end - (counts[unit] as number); at < end; at++) {
      const order = lists[at] as number
      if ((adds[order] as number) <= room) options[many++] = order
    }
    to.many = many
    sort(options, many, adds)
    return true
  }

  return (start, { costs, units: prices, points: pointPrices, place }, limit, found, patience) => {
    const taken = start.taken.slice()
    looked = 0
    let isChecked = false
    let givesUp = false
    let most = limit
    let closed = 0
    /** How many of how many choices are done with at the first two depths. */
    const done = new Float64Array(2)
    const of = new Float64Array(2).fill(1)
    const levelAt = (depth: number) => {
      levels[depth] ??= levelOf(unitsOf.length, units, needs.length)
      return levels[depth]
    }

    /** Gives up when it takes too long, or when too little is done for anything near the end to be reached in time. */
    function checkHope(): void {
      if (looked > patience) givesUp = true
      if (isChecked || looked < early) return
      isChecked = true
      const second = (done[1] as number) / (of[1] as number)
      if (((done[0] as number) + second) / (of[0] as number) < hardly) givesUp = true
    }

    function visit(depth: number, open: number): void {
      const here = levelAt(depth)
      const next = levelAt(depth + 1)
      const left = start.most - taken.length
      if (here.widest * left < open) return
      for (let need = 0; need < needCount; need++)
        if ((here.short[need] as number) - (here.richest[need] as number) * left > TINY) return
      const many = here.many
      let tried = 0
      for (; tried < many && !givesUp; tried++) {
        const order = here.options[tried] as number
        const item = here.items[order] as number
        if (depth < 2) {
          done[depth] = tried
          of[depth] = many
        }
        checkHope()
        gone[item] = 1
        let total = here.spent + (here.adds[order] as number)
        let enough = true
        for (let need = 0; need < needCount; need++) {
          const brings = pointsOf[item * needCount + need] as number
          const short = (here.short[need] as number) - brings
          next.short[need] = short
          if (short > TINY) enough = false
          // Points beyond those needed have no price.
          else total += (pointPrices[need] as number) * Math.min(brings, Math.max(0, -short))
        }
        if (total > most) continue
        const first = closed
        for (let at = starts[item] as number; at < (starts[item + 1] as number); at++) {
          const unit = closes[at] as number
          if ((isOpen[unit] as number) === 0) continue
          isOpen[unit] = 0
          closing[closed++] = unit
        }
        const stillOpen = open - (closed - first)
        taken.push(item)
        if (stillOpen === 0 && enough) most = found(taken)
        else if (left > 1) {
          // The others together close no more than the widest would, again and again.
          const least = Math.max(stillOpen - here.widest * (left - 2), enough ? 1 : 0)
          for (let at = first; at < closed; at++) {
            const unit = closing[at] as number
            extra[unit] = here.prices[unit] as number
          }
          const hopes = narrow(here, next, total, least, most)
          for (let at = first; at < closed; at++) extra[closing[at] as number] = 0
          if (hopes) visit(depth + 1, stillOpen)
        }
        taken.pop()
        while (closed > first) isOpen[closing[--closed] as number] = 1
      }
      for (let option = 0; option < tried; option++)
        gone[here.items[here.options[option] as number] as number] = 0
    }

    const all = levelAt(1)
    const top = levelAt(0)
    isOpen.fill(1)
    let spent = -place * (start.most - taken.length)
    for (const item of taken) {
      spent += costs[item] as number
      for (const unit of listAt(unitsOf, item)) isOpen[unit] = 0
    }
    top.short.set(shortOf(needs, taken))
    for (const [need, short] of top.short.entries())
      spent += (pointPrices[need] as number) * Math.max(0, short)
    let open = 0
    for (let unit = 0; unit < units; unit++) {
      if ((isOpen[unit] as number) === 0) continue
      all.prices[unit] = prices[unit] as number
      all.scarce[open++] = unit
      spent += prices[unit] as number
    }
    for (const [order, item] of start.free.entries()) {
      let add = (costs[item] as number) + place
      for (let need = 0; need < needCount; need++)
        add -= (pointPrices[need] as number) * (pointsOf[item * needCount + need] as number)
      for (const unit of listAt(unitsOf, item))
        if ((isOpen[unit] as number) === 1) add -= prices[unit] as number
      // Where the prices say that it pays to take an item, the bound holds it already.
      if (add < 0) spent += add
      all.items[order] = item
      all.adds[order] = Math.max(0, add)
    }
    all.open = open
    all.size = start.free.length
    if (open === 0 && top.short.every((short) => short <= TINY)) found(taken)
    else if (taken.length < start.most && narrow(all, top, spent, 0, most)) visit(0, open)
    return { looked, isComplete: !givesUp }
  }
}

/** Sorts the first of some places by their numbers. */
function sort(places: Int32Array, many: number, numbers: Float64Array | Int32Array): void {
  for (let next = 1; next < many; next++) {
    const each = places[next] as number
    const number = numbers[each] as number
    let place = next
    while (place > 0 && (numbers[places[place - 1] as number] as number) > number) {
      places[place] = places[place - 1] as number
      place -= 1
    }
    places[place] = each
  }
}

function levelOf(items: number, units: number, needs: number): Level {
  return {
    size: 0,
    items: new Int32Array(items),
    adds: new Float64Array(items),
    spent: 0,
    prices: new Float64Array(units),
    widest: 0,
    richest: new Float64Array(needs),
    short: new Float64Array(needs),
    scarce: new Int32Array(units),
    open: 0,
    options: new Int32Array(items),
    many: 0,
  }
}
