import { TINY } from './cover.ts'

/** A linear programme in shares of items: the least cost of shares between 0 and 1 that reach every row. */
export type Programme = {
  /** Cost of each item, none negative. */
  readonly costs: Float64Array
  /** One row for each demand: how much of it each item brings, and how much is needed. */
  readonly rows: readonly { readonly brings: Float64Array; readonly needed: number }[]
}

/**
 * A programme on the way to its optimum, as a dictionary: each variable of the basis in terms of the others. Variables
 * are the items' shares and, after them, the surplus of each row.
 */
export class Tableau {
  readonly items: number
  /** What a share may at least and at most be: 0 and 1 until the search decides. */
  readonly low: Uint8Array
  readonly high: Uint8Array
  /** Sum of costs now: a lower bound while the optimum has not been reached. */
  cost: number
  /** How often two variables have changed places, in this and in what it was copied from. */
  pivots = 0
  readonly #rows: number
  #columns: number
  /** Row after row. */
  #table: Float64Array
  /** What one more of a column's variable costs. */
  #reduced: Float64Array
  readonly #basic: Int32Array
  #free: Int32Array
  #isHigh: Uint8Array
  readonly #values: Float64Array
  /** Room for a list of columns. */
  readonly #changed: Int32Array

  private constructor(items: number, rows: number, columns: number) {
    this.items = items
    this.#rows = rows
    this.#columns = columns
    this.low = new Uint8Array(items)
    this.high = new Uint8Array(items)
    this.cost = 0
    this.#table = new Float64Array(rows * columns)
    this.#reduced = new Float64Array(columns)
    this.#basic = new Int32Array(rows)
    this.#free = new Int32Array(columns)
    this.#isHigh = new Uint8Array(columns)
    this.#values = new Float64Array(rows)
    this.#changed = new Int32Array(items + rows)
  }

  /** Nothing taken yet, and every row short of what it needs. */
  static of({ costs, rows }: Programme): Tableau {
    const tableau = new Tableau(costs.length, rows.length, costs.length)
    tableau.high.fill(1)
    tableau.#reduced.set(costs)
    for (let column = 0; column < costs.length; column++) tableau.#free[column] = column
    for (const [row, { brings, needed }] of rows.entries()) {
      tableau.#table.set(brings, row * costs.length)
      tableau.#basic[row] = costs.length + row
      tableau.#values[row] = -needed
    }
    return tableau
  }

  copy(): Tableau {
    const copy = new Tableau(this.items, this.#rows, 0)
    copy.#columns = this.#columns
    copy.low.set(this.low)
    copy.high.set(this.high)
    copy.cost = this.cost
    copy.pivots = this.pivots
    copy.#table = this.#table.slice()
    copy.#reduced = this.#reduced.slice()
    copy.#basic.set(this.#basic)
    copy.#free = this.#free.slice()
    copy.#isHigh = this.#isHigh.slice()
    copy.#values.set(this.#values)
    return copy
  }

  /**
   * Goes on to the optimum by the dual simplex method, whose sum of costs only rises.
   *
   * @param limit above which nobody wants to know more.
   * @returns false when no shares reach every row, or none for this cost.
   */
  solve(limit: number): boolean {
    for (;;) {
      if (this.cost > limit) return false
      const row = this.#worstRow()
      if (row < 0) return true
      const column = this.#entering(row)
      if (column < 0) return false
      this.#pivot(row, column)
    }
  }

  /** Prices of the rows in the optimum. */
  prices(): Float64Array {
    const prices = new Float64Array(this.#rows)
    for (let column = 0; column < this.#columns; column++) {
      const variable = this.#free[column] as number
      if (variable >= this.items) prices[variable - this.items] = Math.max(0, this.#reduced[column] as number)
    }
    return prices
  }

  /** Decides whatever would cost more than the limit if decided otherwise. */
  settle(limit: number): void {
    for (let column = 0; column < this.#columns; column++) {
      const variable = this.#free[column] as number
      if (variable >= this.items || this.#isDecided(variable)) continue
      if (this.cost + Math.abs(this.#reduced[column] as number) <= limit) continue
      if ((this.#isHigh[column] as number) === 1) this.low[variable] = 1
      else this.high[variable] = 0
    }
    this.#dropDecided()
  }

  /** Leaves an item out. */
  leave(item: number): void {
    this.high[item] = 0
    for (let column = 0; column < this.#columns; column++) {
      if ((this.#free[column] as number) !== item || (this.#isHigh[column] as number) === 0) continue
      this.#isHigh[column] = 0
      this.cost -= this.#reduced[column] as number
      for (let row = 0; row < this.#rows; row++)
        this.#values[row] =
          (this.#values[row] as number) - (this.#table[row * this.#columns + column] as number)
    }
  }

  /** Takes an item. */
  take(item: number): void {
    this.low[item] = 1
    for (let column = 0; column < this.#columns; column++) {
      if ((this.#free[column] as number) !== item || (this.#isHigh[column] as number) === 1) continue
      this.#isHigh[column] = 1
      this.cost += this.#reduced[column] as number
      for (let row = 0; row < this.#rows; row++)
        this.#values[row] =
          (this.#values[row] as number) + (this.#table[row * this.#columns + column] as number)
    }
  }

  /** Items that have been taken for good, and those that are still to be decided. */
  decided(): { readonly taken: number[]; readonly free: number[] } {
    const taken: number[] = []
    const free: number[] = []
    for (let item = 0; item < this.items; item++) {
      if ((this.low[item] as number) === 1) taken.push(item)
      else if ((this.high[item] as number) === 1) free.push(item)
    }
    return { taken, free }
  }

  /** How much of each item is taken. */
  shares(): Float64Array {
    const shares = Float64Array.from(this.low)
    for (let column = 0; column < this.#columns; column++) {
      const variable = this.#free[column] as number
      if (variable < this.items) shares[variable] = this.#isHigh[column] as number
    }
    for (let row = 0; row < this.#rows; row++) {
      const variable = this.#basic[row] as number
      if (variable < this.items) shares[variable] = this.#values[row] as number
    }
    return shares
  }

  #worstRow(): number {
    let worst = -1
    let most = TINY / 10
    for (let row = 0; row < this.#rows; row++) {
      const variable = this.#basic[row] as number
      const value = this.#values[row] as number
      const isItem = variable < this.items
      const below = (isItem ? (this.low[variable] as number) : 0) - value
      const above = isItem ? value - (this.high[variable] as number) : 0
      const by = Math.max(below, above)
      if (by > most) {
        most = by
        worst = row
      }
    }
    return worst
  }

  #isDecided(variable: number): boolean {
    return variable < this.items && (this.low[variable] as number) === (this.high[variable] as number)
  }

  /** The column that can mend a row at the least cost. */
  #entering(row: number): number {
    const table = this.#table
    const reduced = this.#reduced
    const isHigh = this.#isHigh
    const variable = this.#basic[row] as number
    const rises = (this.#values[row] as number) < (variable < this.items ? (this.low[variable] as number) : 0)
    const base = row * this.#columns
    let choice = -1
    let least = Number.POSITIVE_INFINITY
    let largest = 0
    for (let column = 0; column < this.#columns; column++) {
      const entry = table[base + column] as number
      const size = Math.abs(entry)
      if (size < 1e-9 || entry > 0 !== (rises !== (isHigh[column] === 1))) continue
      if (this.#isDecided(this.#free[column] as number)) continue
      const ratio = Math.abs(reduced[column] as number) / size
      if (ratio < least - 1e-11 || (ratio <= least + 1e-11 && size > largest)) {
        least = Math.min(least, ratio)
        largest = size
        choice = column
      }
    }
    return choice
  }

  #pivot(row: number, column: number): void {
    const columns = this.#columns
    const table = this.#table
    const values = this.#values
    const reduced = this.#reduced
    const leaving = this.#basic[row] as number
    const entering = this.#free[column] as number
    const value = values[row] as number
    const low = leaving < this.items ? (this.low[leaving] as number) : 0
    const goesHigh = leaving < this.items && value > low
    const target = goesHigh ? (this.high[leaving] as number) : low
    const base = row * columns
    const pivot = table[base + column] as number
    const move = (target - value) / pivot
    const start = this.#isHigh[column] as number
    for (let other = 0; other < this.#rows; other++)
      values[other] = (values[other] as number) + move * (table[other * columns + column] as number)
    this.cost += move * (reduced[column] as number)
    values[row] = start + move
    this.#basic[row] = entering
    this.#free[column] = leaving
    this.#isHigh[column] = target
    this.pivots += 1
    // Most of the pivot's row is nought: only where it is not does anything change.
    let count = 0
    for (let each = 0; each < columns; each++) {
      const entry = table[base + each] as number
      if (Math.abs(entry) < 1e-12) {
        table[base + each] = 0
        continue
      }
      table[base + each] = -entry / pivot
      if (each !== column) this.#changed[count++] = each
    }
    const changed = this.#changed.subarray(0, count)
    table[base + column] = 1 / pivot
    for (let other = 0; other < this.#rows; other++) {
      const from = other * columns
      const factor = table[from + column] as number
      if (other === row || factor === 0) continue
      table[from + column] = factor / pivot
      for (let place = 0; place < count; place++) {
        const each = changed[place] as number
        table[from + each] = (table[from + each] as number) + factor * (table[base + each] as number)
      }
    }
    const factor = reduced[column] as number
    reduced[column] = factor / pivot
    for (let place = 0; place < count; place++) {
      const each = changed[place] as number
      reduced[each] = (reduced[each] as number) + factor * (table[base + each] as number)
    }
  }

  /** Columns of decided items have had their say. */
  #dropDecided(): void {
    const kept: number[] = []
    for (let column = 0; column < this.#columns; column++)
      if (!this.#isDecided(this.#free[column] as number)) kept.push(column)
    if (kept.length === this.#columns) return
    const table = new Float64Array(this.#rows * kept.length)
    for (let row = 0; row < this.#rows; row++)
      for (const [place, column] of kept.entries())
        table[row * kept.length + place] = this.#table[row * this.#columns + column] as number
    this.#table = table
    this.#reduced = Float64Array.from(kept, (column) => this.#reduced[column] as number)
    this.#free = Int32Array.from(kept, (column) => this.#free[column] as number)
    this.#isHigh = Uint8Array.from(kept, (column) => this.#isHigh[column] as number)
    this.#columns = kept.length
  }
}
