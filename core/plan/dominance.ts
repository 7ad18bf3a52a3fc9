import type { Cover } from './cover.ts'

/**
 * For each candidate, the candidates that it can stand in for: they close no unit that it does not close, bring no more
 * points (where points are needed) and take no fewer minutes. Of equals, the earlier stands in for the later. An answer
 * that holds one of them but not the candidate is never better than the answer with the two exchanged.
 */
export function standsInFor({ unitsOf, masks, words, points, minutes, pointsNeeded }: Cover): number[][] {
  const subset = (small: number, large: number) => {
    for (let word = 0; word < words; word++)
      if ((masks[small * words + word] as number) & ~(masks[large * words + word] as number)) return false
    return true
  }
  return unitsOf.map((_, item) => {
    const worse: number[] = []
    for (let other = 0; other < unitsOf.length; other++) {
      if (other === item || (minutes[other] as number) < (minutes[item] as number)) continue
      if (pointsNeeded > 0 && (points[other] as number) > (points[item] as number)) continue
      if (!subset(other, item)) continue
      const equal =
        minutes[other] === minutes[item] &&
        (pointsNeeded <= 0 || points[other] === points[item]) &&
        subset(item, other)
      if (!equal || other > item) worse.push(other)
    }
    return worse
  })
}
