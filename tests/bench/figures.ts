import Table from 'cli-table3'

/** One line of the bench: a measured figure beside its goal. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The goal in words, such as `at most 2`. */
  readonly goal: string
  readonly met: boolean
  /** What the figure is made of. */
  readonly detail: string
}

/** A figure that meets its goal when it is not above a bound. */
export function atMost(name: string, value: number, bound: number, unit: string, detail: string): Figure {
  return { name, value: round(value), unit, goal: `at most ${bound}`, met: value <= bound, detail }
}

/** A figure that meets its goal when it is not below a bound. */
export function atLeast(name: string, value: number, bound: number, unit: string, detail: string): Figure {
  return { name, value: round(value), unit, goal: `at least ${bound}`, met: value >= bound, detail }
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('Nothing has no median.')
  return middle
}

/** Figures as a table for people. */
export function figuresTable(figures: readonly Figure[]): string {
  const table = new Table({
    head: ['Figure', 'Measured', 'Goal', 'Met', 'Of what'],
    style: { head: [], border: [] },
  })
  for (const { name, value, unit, goal, met, detail } of figures) {
    table.push([name, `${value} ${unit}`, goal, met ? 'yes' : 'no', detail])
  }
  return table.toString()
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
