import type { Cover } from './cover.ts'

/**
 * For each candidate, the candidates that it can stand in for: they close no unit that it does not close, bring no more
 * points (where points are needed) and take no fewer minutes. Of equals, the earlier stands in for the later. An answer
 * that holds one of them but not the candidate is never better than the answer with the two exchanged.
 */
export function standsInFor({ unitsOf, itemsOf, points, minutes, pointsNeeded }: Cover): number[][] {
  const words = Math.ceil(itemsOf.length / 31) || 1
  const masks = unitsOf.map((units) => {
    const mask = new Int32Array(words)
    for (const unit of units) {
      const word = Math.floor(unit / 31)
      mask[word] = (mask[word] as number) | (1 << (unit % 31))
    }
    return mask
  })
  const subset = (small: Int32Array, large: Int32Array) => {
    for (let word = 0; word < words; word++)
      if ((small[word] as number) & ~(large[word] as number)) return false
    return true
  }
  return masks.map((large, item) => {
    const worse: number[] = []
    for (let other = 0; other < masks.length; other++) {
      if (other === item || (minutes[other] as number) < (minutes[item] as number)) continue
      if (pointsNeeded > 0 && (points[other] as number) > (points[item] as number)) continue
      const small = masks[other]
      if (small === undefined) continue
      if (!subset(small, large)) continue
      const equal =
        minutes[other] === minutes[item] &&
        (pointsNeeded <= 0 || points[other] === points[item]) &&
        subset(large, small)
      if (!equal || other > item) worse.push(other)
    }
    return worse
  })
}
