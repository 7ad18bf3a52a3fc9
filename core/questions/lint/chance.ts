/**
 * How likely at least so many hits are, if chance alone decides.
 *
 * @param probabilities - of a hit, from 0 to 1, one for each independent trial
 * @param hits - the number that was seen
 * @returns from 0 to 1
 */
export function chanceOfAtLeast(probabilities: readonly number[], hits: number): number {
  // distribution[k] is the probability of exactly k hits among the trials so far.
  let distribution = [1]
  for (const p of probabilities) {
    distribution = Array.from(
      { length: distribution.length + 1 },
      (_, k) => (distribution[k] ?? 0) * (1 - p) + (distribution[k - 1] ?? 0) * p,
    )
  }
  return Math.min(
    1,
    distribution.slice(hits).reduce((sum, each) => sum + each, 0),
  )
}

/** How many ways there are to choose `size` members of `total`. */
export function combinations(total: number, size: number): number {
  let ways = 1
  for (let taken = 1; taken <= size; taken += 1) ways = (ways * (total - size + taken)) / taken
  return Math.round(ways)
}

/**
 * Whether a pattern is worth pointing out: it holds in all of at least four questions, or in more than two thirds of
 * them and would come about by chance in fewer than one exam of twenty.
 *
 * @param hits - questions that show the pattern
 * @param outOf - questions looked at
 * @param chance - see {@link chanceOfAtLeast}
 */
export function isStriking(hits: number, outOf: number, chance: number): boolean {
  if (outOf < 4) return false
  return hits === outOf || (hits * 3 > outOf * 2 && chance < 0.05)
}
