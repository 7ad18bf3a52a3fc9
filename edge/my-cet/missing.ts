import { missingUnits, type PackFacts, type TypeProgress } from '../../core/index.ts'
import { counted, pointsText } from '../pages/words.ts'

/**
 * What a registrant type still lacks, in parts that a sentence can list: “4 competencies”, “15 points (at least 8 of them
 * interactive)”, “6 interactive points (which also complete the total)”, “a peer review”.
 *
 * @returns no part when everything that is asked for is met.
 */
export function missingParts(progress: TypeProgress, scheme: PackFacts['scheme']): string[] {
  const units = missingUnits([progress]).length
  const points = progress.points?.missing ?? 0
  const interactive = progress.interactive?.missing ?? 0
  const specialist = progress.specialist?.missing ?? 0
  const { thisYear, peerReviews } = progress
  const parts: string[] = []
  if (units > 0) parts.push(counted(units, scheme.unitSingular, scheme.unitPlural))
  if (interactive > 0 && interactive >= points) {
    const total = points > 0 ? ` (which also ${interactive === 1 ? 'completes' : 'complete'} the total)` : ''
    parts.push(`${counted(interactive, 'interactive point')}${total}`)
  } else if (points > 0) {
    parts.push(
      `${pointsText(points)}${interactive > 0 ? ` (at least ${interactive} of them interactive)` : ''}`,
    )
  }
  if (specialist > 0) {
    parts.push(`${specialist} ${progress.requirement?.specialistName ?? 'specialist points'} among these`)
  }
  if (thisYear !== undefined && thisYear.missing > 0) {
    parts.push(`${pointsText(thisYear.missing)} of the minimum for ${thisYear.year}`)
  }
  if (peerReviews !== undefined && peerReviews.missing > 0) {
    parts.push(peerReviews.missing === 1 ? 'a peer review' : `${peerReviews.missing} peer reviews`)
  }
  return parts
}
