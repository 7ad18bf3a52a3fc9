import type { Point } from './room.ts'

/** Points as a number. */
export function sumOf(points: readonly Pick<Point, 'points'>[]): number {
  return points.reduce((sum, point) => sum + point.points, 0)
}

/** The points that count for one of the member's registrant types. */
export function countedOnes(points: readonly Point[]): Point[] {
  return points.filter(({ forOthers }) => forOthers === undefined)
}

/**
 * How many points of a sum count for none of the member's types: `, 1 of them for other registrant types than yours`.
 *
 * @param whose the member's types as the page speaks of them.
 * @returns nothing when all of them count.
 */
export function shareForOthers(points: readonly Point[], whose: 'yours' | 'the member’s'): string {
  const sum = sumOf(points)
  const share = sum - sumOf(countedOnes(points))
  return share === 0
    ? ''
    : `, ${share} of ${sum === 1 ? 'it' : 'them'} for other registrant types than ${whose}`
}
