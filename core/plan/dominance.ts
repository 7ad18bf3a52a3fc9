import type { Cover } from './cover.ts'
import { listAt } from './numbers.ts'

/**
 * For each candidate, the candidates that it can stand in for: they close no unit that it does not close, bring no more
 * points (where points are needed) and take no fewer minutes. Of equals, the earlier stands in for the later. An answer
 * that holds one of them but not the candidate is never better than the answer with the two exchanged.
 */
export function standsInFor(cover: Cover): number[][] {
  const { unitsOf, itemsOf, masks, words, minutes, needs } = cover
  const subset = (small: number, large: number) => {
    for (let word = 0; word < words; word++)
      if ((masks[small * words + word] as number) & ~(masks[large * words + word] as number)) return false
    return true
  }
  const worse: number[][] = unitsOf.map(() => [])
  const everything = Array.from(unitsOf.keys())
  for (const [other, units] of unitsOf.entries()) {
    // What can stand in for it is among those that close the rarest of its units.
    let able: readonly number[] = everything
    for (const unit of units) {
      const closing = listAt(itemsOf, unit)
      if (closing.length < able.length) able = closing
    }
    for (const item of able) {
      if (other === item || (minutes[other] as number) < (minutes[item] as number)) continue
      if (needs.some(({ points }) => (points[other] as number) > (points[item] as number))) continue
      if (!subset(other, item)) continue
      const equal =
        minutes[other] === minutes[item] &&
        needs.every(({ points }) => points[other] === points[item]) &&
        subset(item, other)
      if (!equal || other > item) worse[item]?.push(other)
    }
  }
  return worse
}
