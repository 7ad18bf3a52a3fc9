import { missingUnits, type PackFacts, type TypeProgress } from '../../core/index.ts'
import { counted, pointsText } from '../pages/words.ts'

/**
 * What a registrant type still lacks, in parts that a sentence can list: “4 competencies”, “15 points (at least 8 of them
 * interactive)”, “6 interactive points (which also complete the total)”, “2 therapeutic points among these”, “2 general points”,
 * “a peer review”.
 *
 * @returns no part when everything that is asked for is met.
 */
export function missingParts(progress: TypeProgress, scheme: PackFacts['scheme']): string[] {
  const units = missingUnits([progress]).length
  const { thisYear, peerReviews } = progress
  const parts: string[] = []
  if (units > 0) parts.push(counted(units, scheme.unitSingular, scheme.unitPlural))
  parts.push(...pointParts(progress))
  if (thisYear !== undefined && thisYear.missing > 0) {
    parts.push(`${pointsText(thisYear.missing)} of the minimum for ${thisYear.year}`)
  }
  if (peerReviews !== undefined && peerReviews.missing > 0) {
    parts.push(peerReviews.missing === 1 ? 'a peer review' : `${peerReviews.missing} peer reviews`)
  }
  return parts
}

/** Points of the three kinds that may be the same points: none is told in a way that asks for it twice. */
function pointParts(progress: TypeProgress): string[] {
  const total = progress.points?.missing ?? 0
  const interactive = progress.interactive?.missing ?? 0
  const specialist = progress.specialist?.missing ?? 0
  // Once there are enough specialist points, more of them fill nothing: what is missing has to be general.
  const general = specialist === 0 ? (progress.general?.missing ?? 0) : 0
  const points = Math.max(total, general)
  const completing = (count: number) =>
    total > 0 ? ` (which also ${count === 1 ? 'completes' : 'complete'} the total)` : ''
  const interactivePart = counted(interactive, 'interactive point')
  const specialistPart = (suffix: string) => {
    // The content gives the name in the plural alone.
    const name = progress.requirement?.specialistName ?? 'specialist points'
    return specialist > 0 ? [`${specialist === 1 ? '1 of the' : specialist} ${name}${suffix}`] : []
  }
  if (interactive > 0 && interactive >= points) {
    return [
      `${interactivePart}${completing(interactive)}`,
      ...(general > 0 ? [`${counted(general, 'general point')} (which can be among these)`] : []),
      ...specialistPart(specialist > interactive ? '' : ' (which can be among these)'),
    ]
  }
  if (specialist > points) {
    return [...(interactive > 0 ? [interactivePart] : []), ...specialistPart(completing(specialist))]
  }
  if (points === 0) return []
  const ofThem = interactive > 0 ? ` (at least ${interactive} of them interactive)` : ''
  return [
    `${general > 0 ? counted(points, 'general point') : pointsText(points)}${ofThem}`,
    ...specialistPart(' among these'),
  ]
}
