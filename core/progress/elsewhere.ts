import { canonicalJson } from '../canonical-json.ts'

/** What a member says that the regulator's dashboard shows for one registrant type, without the points of this pack. */
export type ElsewherePoints = {
  readonly registrantType: string
  readonly points: number
  readonly interactive: number
  readonly specialist: number
  readonly thisYear: number
  readonly peerReviews: number
}

/** What a member says they hold elsewhere in a cycle. It is their own word: nobody has checked it. */
export type Elsewhere = {
  /** Codes of the registrant types that they chose to see. */
  readonly registrantTypes: readonly string[]
  /** Empty while they have told nothing. */
  readonly points: readonly ElsewherePoints[]
  /** IDs of units. */
  readonly units: readonly string[]
  /** The calendar year that `thisYear` is about. */
  readonly year: number
}

/** Whether two entries say the same of what a member holds; the year matters where there are points in it. */
export function saysTheSame(one: Elsewhere, other: Elsewhere): boolean {
  return said(one) === said(other)
}

function said({ registrantTypes, points, units, year }: Elsewhere): string {
  return canonicalJson({
    registrantTypes: registrantTypes.toSorted(),
    points: points.map((each) => canonicalJson(each)).toSorted(),
    units: units.toSorted(),
    year: points.some(({ thisYear }) => thisYear > 0) ? year : null,
  })
}
