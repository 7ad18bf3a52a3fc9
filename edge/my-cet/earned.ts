import type { Point } from './room.ts'

/** Points as a number. */
export function sumOf(points: readonly Pick<Point, 'points'>[]): number {
  return points.reduce((sum, point) => sum + point.points, 0)
}

/** The points that count for one of the member's registrant types. */
export function countedOnes(points: readonly Point[]): Point[] {
  return points.filter(({ forOthers, lost }) => forOthers === undefined && !lost)
}

/**
 * How many points of a sum do not count, and why: `, 1 of them for other registrant types than yours, 1 of them sent back and
 * not counted`.
 *
 * @param whose the member's types as the page speaks of them.
 * @returns nothing when all of them count.
 */
export function shareNotCounted(points: readonly Point[], whose: 'yours' | 'the member’s'): string {
  const sum = sumOf(points)
  const share = (some: readonly Point[], why: string) =>
    some.length === 0 ? '' : `, ${sumOf(some)} of ${sum === 1 ? 'it' : 'them'} ${why}`
  const others = points.filter(({ forOthers }) => forOthers !== undefined)
  const lost = points.filter((point) => point.lost && point.forOthers === undefined)
  return `${share(others, `for other registrant types than ${whose}`)}${share(lost, 'sent back and not counted')}`
}
