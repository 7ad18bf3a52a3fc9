import { TINY } from './cover.ts'
import { Inverse } from './inverse.ts'
import type { Programme } from './programme.ts'

/** What is smaller counts as nought. */
const NOUGHT = 1e-9

/**
 * A programme on the way to its optimum by the dual simplex method. Variables are the items' shares and, after them, the
 * surplus of each row. Each row has one variable that is in the basis: it is whatever the others leave for it. The others
 * are at one of their ends. There are few rows and an item brings something to few of them, so the inverse of the basis
 * is kept and what is needed of the items' columns is computed from it.
 */
export class Simplex {
  /** What a share may at least and at most be: 0 and 1 until the search decides. */
  readonly low: Uint8Array
  readonly high: Uint8Array
  /** Sum of costs now: a lower bound while the optimum has not been reached. */
  cost: number
  /** How often two variables have changed places, in this and in what it was copied from. */
  pivots: number
  readonly #programme: Programme
  readonly #room: Room
  readonly #inverse: Inverse
  /** The variable of each row, and its value. */
  readonly #basic: Int32Array
  readonly #values: Float64Array
  /** Of each variable. */
  readonly #isBasic: Uint8Array
  readonly #isHigh: Uint8Array
  /** What one more of a variable costs. Not kept up for items once they have been decided. */
  readonly #reduced: Float64Array
  /** Items outside the basis; those that have been decided are dropped from time to time. */
  readonly #outside: Int32Array
  #outsiders: number

  private constructor(programme: Programme, inverse: Inverse, room: Room) {
    const items = programme.costs.length
    const rows = programme.needed.length
    this.#programme = programme
    this.#inverse = inverse
    this.#room = room
    this.cost = 0
    this.pivots = 0
    this.low = new Uint8Array(items)
    this.high = new Uint8Array(items)
    this.#basic = new Int32Array(rows)
    this.#values = new Float64Array(rows)
    this.#isBasic = new Uint8Array(items + rows)
    this.#isHigh = new Uint8Array(items + rows)
    this.#reduced = new Float64Array(items + rows)
    this.#outside = new Int32Array(items)
    this.#outsiders = items
  }

  /** Nothing taken yet, and every row short of what it needs. */
  static of(programme: Programme): Simplex {
    const items = programme.costs.length
    const rows = programme.needed.length
    const simplex = new Simplex(programme, Inverse.ofUnits(rows), roomFor(items, rows))
    simplex.high.fill(1)
    simplex.#reduced.set(programme.costs)
    simplex.#isBasic.fill(1, items)
    for (let item = 0; item < items; item++) simplex.#outside[item] = item
    for (let row = 0; row < rows; row++) {
      simplex.#basic[row] = items + row
      simplex.#values[row] = -(programme.needed[row] as number)
    }
    return simplex
  }

  copy(): Simplex {
    const copy = new Simplex(this.#programme, this.#inverse.copy(), this.#room)
    copy.cost = this.cost
    copy.pivots = this.pivots
    copy.low.set(this.low)
    copy.high.set(this.high)
    copy.#basic.set(this.#basic)
    copy.#values.set(this.#values)
    copy.#isBasic.set(this.#isBasic)
    copy.#isHigh.set(this.#isHigh)
    copy.#reduced.set(this.#reduced)
    copy.#outside.set(this.#outside)
    copy.#outsiders = this.#outsiders
    return copy
  }

  /**
   * Goes on to the optimum. The sum of costs only rises on the way.
   *
   * @param limit above which nobody wants to know more.
   * @returns false when no shares reach every row, or none for this cost.
   */
  solve(limit: number): boolean {
    for (;;) {
      if (this.cost > limit) return false
      const row = this.#worstRow()
      if (row < 0) return true
      if (!this.#mend(row)) return false
    }
  }

  /** Prices of the rows in the optimum. */
  prices(): Float64Array {
    return this.#reduced.slice(this.low.length).map((price) => Math.max(0, price))
  }

  /** By how much the sum of costs rises at least when an undecided item goes to its other end. */
  rise(item: number): number {
    return Math.abs(this.#reduced[item] as number)
  }

  /** Decides whatever would cost more than the limit if decided otherwise. */
  settle(limit: number): void {
    let kept = 0
    for (let place = 0; place < this.#outsiders; place++) {
      const item = this.#outside[place] as number
      if (this.low[item] === this.high[item]) continue
      if (this.cost + Math.abs(this.#reduced[item] as number) <= limit) this.#outside[kept++] = item
      else if ((this.#isHigh[item] as number) === 1) this.low[item] = 1
      else this.high[item] = 0
    }
    this.#outsiders = kept
  }

  /** Leaves an item out. */
  leave(item: number): void {
    this.high[item] = 0
    this.#flip(item, 0)
  }

  /** Takes an item. */
  take(item: number): void {
    this.low[item] = 1
    this.#flip(item, 1)
  }

  /** Items that have been taken for good, and those that are still to be decided. */
  decided(): { readonly taken: number[]; readonly free: number[] } {
    const taken: number[] = []
    const free: number[] = []
    for (let item = 0; item < this.low.length; item++) {
      if ((this.low[item] as number) === 1) taken.push(item)
      else if ((this.high[item] as number) === 1) free.push(item)
    }
    return { taken, free }
  }

  /** How much of each item is taken. */
  shares(): Float64Array {
    const shares = Float64Array.from(this.#isHigh.subarray(0, this.low.length))
    for (const [row, variable] of this.#basic.entries())
      if (variable < shares.length) shares[variable] = this.#values[row] as number
    return shares
  }

  /** The row whose variable is farthest beyond its ends, as the basis measures it; -1 when none is. */
  #worstRow(): number {
    const { low, high } = this
    const items = low.length
    const basic = this.#basic
    const values = this.#values
    const { squares } = this.#inverse
    let worst = -1
    let most = 0
    for (let row = 0; row < basic.length; row++) {
      const variable = basic[row] as number
      const value = values[row] as number
      const isItem = variable < items
      const by = Math.max(
        (isItem ? (low[variable] as number) : 0) - value,
        isItem ? value - (high[variable] as number) : 0,
      )
      if (by <= TINY / 10) continue
      const far = (by * by) / (squares[row] as number)
      if (far > most) {
        most = far
        worst = row
      }
    }
    return worst
  }

  /** Moves an item that is outside the basis to its other end. */
  #flip(item: number, end: number): void {
    if ((this.#isBasic[item] as number) === 1 || this.#isHigh[item] === end) return
    this.#isHigh[item] = end
    const by = 2 * end - 1
    this.cost += by * (this.#reduced[item] as number)
    const { image } = this.#room
    this.#imageOf(item, image)
    const values = this.#values
    for (let row = 0; row < values.length; row++)
      values[row] = (values[row] as number) - by * (image[row] as number)
  }

  /** What the inverse of the basis makes of a variable's column: by how much less each row has for one more of it. */
  #imageOf(variable: number, image: Float64Array): void {
    const { starts, rows, brings, costs } = this.#programme
    const { cells, size } = this.#inverse
    if (variable >= costs.length) {
      for (let row = 0; row < size; row++) image[row] = cells[row * size + variable - costs.length] as number
      return
    }
    image.fill(0)
    const end = starts[variable + 1] as number
    for (let entry = starts[variable] as number; entry < end; entry++) {
      const amount = brings[entry] as number
      let cell = rows[entry] as number
      for (let row = 0; row < size; row++) {
        image[row] = (image[row] as number) - amount * (cells[cell] as number)
        cell += size
      }
    }
  }

  /** Lists the variables outside the basis that could mend a row, with what one more of each takes from it. */
  #candidates(row: number, rises: boolean): number {
    const { starts, rows, brings, costs } = this.#programme
    const { cells, size } = this.#inverse
    const { takes, listed, places } = this.#room
    const { low, high } = this
    const isHigh = this.#isHigh
    const outside = this.#outside
    const outsiders = this.#outsiders
    const items = costs.length
    const base = row * size
    let many = 0
    for (let place = 0; place < outsiders; place++) {
      const item = outside[place] as number
      let sum = 0
      const end = starts[item + 1] as number
      for (let entry = starts[item] as number; entry < end; entry++)
        sum -= (brings[entry] as number) * (cells[base + (rows[entry] as number)] as number)
      takes[item] = sum
      if (sum < NOUGHT && sum > -NOUGHT) continue
      if (sum > 0 === (rises !== (isHigh[item] === 1)) || low[item] === high[item]) continue
      places[many] = place
      listed[many++] = item
    }
    for (let other = 0; other < size; other++) {
      if ((this.#isBasic[items + other] as number) === 1) continue
      const sum = cells[base + other] as number
      takes[items + other] = sum
      if ((sum < NOUGHT && sum > -NOUGHT) || sum > 0 === rises) continue
      places[many] = -1
      listed[many++] = items + other
    }
    return many
  }

  /**
   * Brings the variable of a row to the end that it is beyond, at the least cost.
   *
   * @returns false when nothing can.
   */
  #mend(row: number): boolean {
    const { low, high } = this
    const items = low.length
    const { takes, listed, places, image } = this.#room
    const reduced = this.#reduced
    const values = this.#values
    const leaving = this.#basic[row] as number
    const least = leaving < items ? (low[leaving] as number) : 0
    const rises = (values[row] as number) < least
    const target = rises ? least : (high[leaving] as number)
    let short = Math.abs((values[row] as number) - target)
    let many = this.#candidates(row, rises)
    let entering = -1
    let place = -1
    // The cheapest item is not enough where moving all of it leaves the row short: it goes to its other end.
    for (;;) {
      let choice = -1
      let cheapest = Number.POSITIVE_INFINITY
      let largest = 0
      for (let order = 0; order < many; order++) {
        const variable = listed[order] as number
        const size = Math.abs(takes[variable] as number)
        const ratio = Math.abs(reduced[variable] as number) / size
        if (ratio < cheapest - 1e-11 || (ratio <= cheapest + 1e-11 && size > largest)) {
          cheapest = Math.min(cheapest, ratio)
          largest = size
          choice = order
        }
      }
      if (choice < 0) return false
      entering = listed[choice] as number
      place = places[choice] as number
      if (entering >= items || short - largest <= TINY / 10) break
      short -= largest
      this.#flip(entering, 1 - (this.#isHigh[entering] as number))
      many -= 1
      listed[choice] = listed[many] as number
      places[choice] = places[many] as number
    }
    this.#imageOf(entering, image)
    const pivot = image[row] as number
    const move = ((values[row] as number) - target) / pivot
    for (let other = 0; other < values.length; other++)
      values[other] = (values[other] as number) - move * (image[other] as number)
    values[row] = (this.#isHigh[entering] as number) + move
    this.cost += move * (reduced[entering] as number)
    const rise = (reduced[entering] as number) / pivot
    if (rise !== 0) {
      for (let order = 0; order < this.#outsiders; order++) {
        const item = this.#outside[order] as number
        reduced[item] = (reduced[item] as number) - rise * (takes[item] as number)
      }
      for (let variable = items; variable < reduced.length; variable++)
        if ((this.#isBasic[variable] as number) === 0)
          reduced[variable] = (reduced[variable] as number) - rise * (takes[variable] as number)
    }
    reduced[entering] = 0
    reduced[leaving] = -rise
    this.#isBasic[entering] = 1
    this.#isBasic[leaving] = 0
    this.#isHigh[leaving] = target
    this.#basic[row] = entering
    if (place < 0) place = this.#outsiders++
    if (leaving < items) this.#outside[place] = leaving
    else this.#outside[place] = this.#outside[--this.#outsiders] as number
    this.#inverse.exchange(row, image)
    this.pivots += 1
    return true
  }
}

/** Room to work in, for a programme and all its copies. */
type Room = {
  readonly image: Float64Array
  readonly takes: Float64Array
  readonly listed: Int32Array
  readonly places: Int32Array
}

function roomFor(items: number, rows: number): Room {
  return {
    image: new Float64Array(rows),
    takes: new Float64Array(items + rows),
    listed: new Int32Array(items + rows),
    places: new Int32Array(items + rows),
  }
}
