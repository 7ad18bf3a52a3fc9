import { type PlanItem, planFewest } from '../../core/index.ts'
import { atMost, type Figure, median } from './figures.ts'

const items = 500
const units = Array.from({ length: 40 }, (_, index) => `unit-${index}`)
const seeds = 6
/** Milliseconds for the worst of all. */
const goal = 50

/** How many units an item closes, its points and its minutes; and how much more often the first units come than the last. */
type Kind = (random: () => number) => { size: number; points: number; minutes: number; popular?: boolean }

const whole = (random: () => number, from: number, below: number) =>
  from + Math.floor(random() * (below - from))

const kinds: Readonly<Record<string, Kind>> = {
  'two to four units an item': (random) => ({
    size: whole(random, 2, 5),
    points: 1,
    minutes: whole(random, 10, 60),
  }),
  'three units and 30 minutes each': () => ({ size: 3, points: 1, minutes: 30 }),
  'four units each': (random) => ({ size: 4, points: 1, minutes: whole(random, 10, 60) }),
  'points of 0.5, 1 and 2': (random) => ({
    size: whole(random, 2, 5),
    points: [0.5, 1, 2][whole(random, 0, 3)] ?? 1,
    minutes: 5 * whole(random, 2, 10),
  }),
  'popular units, and longer items that close more': (random) => {
    const size = whole(random, 1, 6)
    return { size, points: 1, minutes: 10 + 8 * size + whole(random, 0, 12), popular: true }
  },
  'popular units, and longer items that close and earn more': (random) => {
    const size = whole(random, 1, 6)
    const points = [0.5, 1, 2][whole(random, 0, 3)] ?? 1
    const minutes = 5 * (1 + size + 2 * points + whole(random, 0, 3))
    return { size, points, minutes, popular: true }
  },
}

/**
 * How long it takes to plan from a pack of 500 items for 40 units: the worst and the middle of many kinds and seeds, with
 * no points missing and with 9, 18 and 36, and how often a copy of the candidates could be made in that time.
 */
export function planFigures(): Figure[] {
  const times: number[] = []
  const withPoints: number[] = []
  const copies: number[] = []
  let slowest = ''
  for (const [name, kind] of Object.entries(kinds)) {
    for (const points of [0, 9, 18, 36]) {
      for (let seed = 1; seed <= seeds; seed += 1) {
        const candidates = packOf(kind, seed)
        copies.push(timed(() => structuredClone(candidates)))
        const time = timed(() => planFewest({ units, points: [{ points }] }, candidates))
        if (time > Math.max(0, ...times)) slowest = `${name}, ${points} points, seed ${seed}`
        times.push(time)
        if (points >= 18) withPoints.push(time)
      }
    }
  }
  const of = `${items} items, ${units.length} units, ${times.length} packs`
  return [
    atMost('Plan, worst', Math.max(...times), goal, 'ms', `${of}; slowest: ${slowest}`),
    atMost('Plan, middle', median(times), goal, 'ms', of),
    atMost('Plan with 18 or 36 points missing, worst', Math.max(...withPoints), goal, 'ms', of),
    atMost('Plan, middle, against a copy of its candidates', median(times) / median(copies), 100, '×', of),
  ]
}

function packOf(kind: Kind, seed: number): PlanItem[] {
  const random = randomOf(seed * 7919)
  return Array.from({ length: items }, (_, index) => {
    const { size, points, minutes, popular = false } = kind(random)
    const place = () => (popular ? Math.floor(units.length * random() ** 2) : whole(random, 0, units.length))
    const own = new Set<string>()
    while (own.size < size) own.add(units[place()] ?? '')
    return { id: `item-${index}`, units: Array.from(own), points, minutes }
  })
}

function timed(what: () => unknown): number {
  const start = performance.now()
  what()
  return performance.now() - start
}

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
