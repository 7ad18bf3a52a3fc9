import { counted, listed } from '../text/counts.ts'
import type { Framework, Requirement } from './types.ts'

const confidences: Readonly<Record<Requirement['confidence'], string>> = {
  found: 'Found in a source',
  inferred: 'Inferred from sources',
  'general-knowledge': 'General knowledge, to be checked',
}

/** How sure a requirement is, as a reader would say it. */
export function confidenceInWords({ confidence }: Requirement): string {
  return confidences[confidence]
}

/** One aspect of what is asked for, with what it says for each registrant type in the order of the requirements. */
export type RequirementRow = { readonly aspect: string; readonly cells: readonly string[] }

/**
 * What a framework asks for, as rows of a table whose columns are its requirements. An aspect that is asked of nobody has
 * no row.
 */
export function requirementRows({ requirements, cycle }: Framework): RequirementRow[] {
  const aspects: [string, (requirement: Requirement) => string | undefined][] = [
    ['Points in all', totalInWords],
    ['Interactive', (each) => atLeast(each.interactivePoints)],
    ['Led by a provider', (each) => atLeast(each.providerLedPoints)],
    ['In each year', yearlyInWords],
    [`Each ${cycle.scheme.unitSingular} of the type`, unitsInWords],
    ['Peer review', ({ peerReviews }) => (peerReviews === 0 ? 'Exempt' : `At least ${peerReviews}`)],
    ['To be written', ({ documents }) => documents.join('; ')],
    ['How sure is this?', confidenceInWords],
  ]
  return aspects
    .map(([aspect, say]) => ({ aspect, said: requirements.map(say) }))
    .filter(({ said }) => said.some(Boolean))
    .map(({ aspect, said }) => ({ aspect, cells: said.map((cell) => cell || 'Nothing stated') }))
}

/**
 * The part of a requirement that a pack of non-interactive exams leaves open: “at least 18 of 36 points must be
 * interactive, and at least one peer review is needed”.
 *
 * @returns undefined where nothing interactive is asked for.
 */
export function interactiveInWords(requirement: Requirement): string | undefined {
  const { interactivePoints = 0, points, peerReviews } = requirement
  const parts = [
    interactivePoints > 0 && `at least ${interactivePoints} of ${points} points must be interactive`,
    peerReviews > 0 &&
      `at least ${counted(peerReviews, 'peer review')} ${peerReviews === 1 ? 'is' : 'are'} needed`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? undefined : parts.join(', and ')
}

/** A note with the units that it is about; no titles when it is about all of a registrant type. */
export type UnitNote = { readonly titles: readonly string[]; readonly note: string }

/** What must be known of some units, each note once. */
export function unitNotes(units: Framework['competencies']): UnitNote[] {
  const byNote = Map.groupBy(units, ({ note }) => note)
  return Array.from(byNote).flatMap(([note, noted]) =>
    note === undefined
      ? []
      : [{ note, titles: noted.length === units.length ? [] : noted.map(({ title }) => title) }],
  )
}

function totalInWords({ points, specialistPoints, specialistName }: Requirement): string {
  if (specialistPoints === undefined) return String(points)
  return `${points}, of which ${specialistPoints} ${specialistName ?? 'specialist points'}`
}

function yearlyInWords({ yearlyPoints, yearsWaived }: Requirement): string | undefined {
  if (yearlyPoints === undefined) return undefined
  const waived = yearsWaived.length === 0 ? '' : `, except in ${listed(yearsWaived.map(String))}`
  return `At least ${yearlyPoints}${waived}`
}

function unitsInWords({ everyUnit, pointsPerUnit }: Requirement): string | undefined {
  if (pointsPerUnit !== undefined) return `At least ${counted(pointsPerUnit, 'point')}`
  return everyUnit ? 'Must be covered' : undefined
}

function atLeast(points: number | undefined): string | undefined {
  return points === undefined ? undefined : `At least ${points}`
}
