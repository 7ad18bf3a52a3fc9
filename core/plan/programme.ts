/** A linear programme in shares of items: the least cost of shares between 0 and 1 that reach every row. */
export type Programme = {
  /** Cost of each item, none negative. */
  readonly costs: Float64Array
  /** How much of each row is needed. */
  readonly needed: Float64Array
  /** What an item brings: `brings[entry]` to row `rows[entry]`, for the entries from `starts[item]` to the next start. */
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly brings: Float64Array
}

/** A programme from what each item brings to which rows, and how much of each row is needed. */
export function programmeOf(
  costs: Float64Array,
  needed: readonly number[],
  bringsOf: (item: number) => Iterable<readonly [row: number, amount: number]>,
): Programme {
  const starts = [0]
  const rows: number[] = []
  const brings: number[] = []
  for (let item = 0; item < costs.length; item++) {
    for (const [row, amount] of bringsOf(item)) {
      if (amount === 0) continue
      rows.push(row)
      brings.push(amount)
    }
    starts.push(rows.length)
  }
  return {
    costs,
    needed: Float64Array.from(needed),
    starts: Int32Array.from(starts),
    rows: Int32Array.from(rows),
    brings: Float64Array.from(brings),
  }
}
