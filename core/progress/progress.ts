import type { PackFacts } from '../pack-facts.ts'
import { pointAudience } from './counts-for.ts'
import type { Elsewhere, ElsewherePoints } from './elsewhere.ts'

/** An award as far as progress goes: frozen facts, and the calendar year of the award by the pack's time zone. */
export type CountedAward = {
  readonly exam: string
  readonly points: number
  readonly pointType: 'non-interactive' | 'interactive'
  readonly competencies: readonly { readonly id: string; readonly registrantType: string }[]
  readonly year: number
}

/** Points or reviews that are asked for, and where they were earned. `missing` is never below zero. */
export type Tally = {
  readonly needed: number
  readonly here: number
  readonly elsewhere: number
  readonly missing: number
}

/** How far a member has come with one registrant type. An aspect that is not asked for is undefined. */
export type TypeProgress = {
  readonly type: PackFacts['registrantTypes'][number]
  /** Undefined where the framework asks nothing of the type. */
  readonly requirement: PackFacts['requirements'][number] | undefined
  readonly points: Tally | undefined
  readonly interactive: Tally | undefined
  readonly specialist: Tally | undefined
  /** What the total asks for beside specialist points, where it asks for these: more of them than needed do not fill it. */
  readonly general: Tally | undefined
  /** Of the calendar year; `waived` when nothing is asked for in it. */
  readonly thisYear: (Tally & { readonly year: number; readonly waived: boolean }) | undefined
  readonly peerReviews: Tally | undefined
  readonly documents: readonly string[]
  readonly units: readonly {
    readonly id: string
    readonly title: string
    readonly state: 'here' | 'elsewhere' | 'missing'
  }[]
}

/** What {@link progressOf} goes by. */
export type ProgressFacts = Pick<PackFacts, 'registrantTypes' | 'units' | 'requirements' | 'items'>

/**
 * The registrant types that a member's progress is shown for, in the order of the pack.
 *
 * @param known codes that the membership provider told.
 * @param chosen codes that the member chose themselves; they count only where the provider knows none.
 * @returns all types of the pack when neither names one of them; `by` says who named them.
 */
export function shownTypes(
  facts: Pick<PackFacts, 'registrantTypes'>,
  known: readonly string[],
  chosen: readonly string[],
): { readonly types: PackFacts['registrantTypes']; readonly by: 'provider' | 'member' | 'nobody' } {
  const among = (codes: readonly string[]) => facts.registrantTypes.filter(({ code }) => codes.includes(code))
  const told = among(known)
  if (told.length > 0) return { types: told, by: 'provider' }
  const own = among(chosen)
  if (own.length > 0) return { types: own, by: 'member' }
  return { types: facts.registrantTypes, by: 'nobody' }
}

/**
 * The registrant types that an award was earned for, by {@link pointAudience}: of its frozen competencies, and of those that
 * its item is for today. A point counts for each of the member's types among them, as an approval names them (“C-13861 O/D”).
 */
export function audienceOfAward(
  award: Pick<CountedAward, 'exam' | 'competencies'>,
  items: PackFacts['items'],
): ReadonlySet<string> {
  const item = items.find(({ exam }) => exam === award.exam)
  return pointAudience(item?.registrantTypes ?? [], award.competencies)
}

/**
 * How far a member has come, one result for each registrant type in the order given.
 *
 * Assumptions, which pages that show the result must state:
 * - an award counts once for each type of its audience, see {@link audienceOfAward};
 * - a type that asks for specialist points asks for them on top of general ones, which may be earned with any of the
 *   member's other types; so its total counts every award for one of these types;
 * - an award is taken for a specialist point of such a type when it covers a unit of that type. On acceptance a registrant
 *   may choose otherwise, so one that is for another type as well, and not needed as a specialist one, is taken for a general
 *   one; those from elsewhere have been accepted as what they are;
 * - a unit is done once anything covers it, even where the framework asks for points in it;
 * - what the member says of this year counts only in the year in which they said it.
 *
 * @param types codes of the member's registrant types; one that the pack does not know gives no result.
 * @param year the calendar year whose yearly minimum is asked for, see {@link cycleYear}.
 */
export function progressOf(
  facts: ProgressFacts,
  types: readonly string[],
  awards: readonly CountedAward[],
  elsewhere: Elsewhere,
  year: number,
): TypeProgress[] {
  const audiences = new Map(awards.map((award) => [award, audienceOfAward(award, facts.items)]))
  const isFor = (award: CountedAward, code: string) => audiences.get(award)?.has(code) ?? false
  const coveredHere = new Set(awards.flatMap(({ competencies }) => competencies.map(({ id }) => id)))
  const coveredElsewhere = new Set(elsewhere.units)

  return facts.registrantTypes
    .filter(({ code }) => types.includes(code))
    .map((type): TypeProgress => {
      const requirement = facts.requirements.find(({ registrantType }) => registrantType === type.code)
      const said = elsewhere.points.find(({ registrantType }) => registrantType === type.code)
      const needsSpecialist = (requirement?.specialistPoints ?? 0) > 0
      const counted = awards.filter(
        (award) => isFor(award, type.code) || (needsSpecialist && types.some((code) => isFor(award, code))),
      )
      const sum = (fits: (award: CountedAward) => boolean) =>
        counted.filter(fits).reduce((total, award) => total + award.points, 0)
      const aspect = (needed: number | undefined, here: number, told: number | undefined) =>
        needed === undefined || needed === 0 ? undefined : tally(needed, here, told ?? 0)
      const specialist = aspect(
        requirement?.specialistPoints,
        sum((award) => coversType(award, type.code)),
        said?.specialist,
      )
      const waived = requirement?.yearsWaived.includes(year) ?? false
      const yearly = aspect(
        requirement?.yearlyPoints,
        sum((award) => award.year === year),
        elsewhere.year === year ? said?.thisYear : 0,
      )
      return {
        type,
        requirement,
        points: aspect(
          requirement?.points,
          sum(() => true),
          said?.points,
        ),
        interactive: aspect(
          requirement?.interactivePoints,
          sum(({ pointType }) => pointType === 'interactive'),
          said?.interactive,
        ),
        specialist,
        general:
          specialist &&
          generalTally(requirement?.points ?? 0, specialist, said, {
            // Each with what the other leaves: a point is one of the two.
            either: sum(
              (award) => coversType(award, type.code) && isGeneralToo(audiences.get(award), type.code),
            ),
            generalOnly: sum((award) => !coversType(award, type.code)),
          }),
        thisYear: yearly && {
          ...(waived ? { ...yearly, missing: 0 } : yearly),
          year,
          waived,
        },
        // No exam is a peer review, so none is ever done here.
        peerReviews: aspect(requirement?.peerReviews, 0, said?.peerReviews),
        documents: requirement?.documents ?? [],
        units: facts.units
          .filter(({ registrantType }) => registrantType === type.code)
          .map(({ id, title }) => ({
            id,
            title,
            state: coveredHere.has(id) ? 'here' : coveredElsewhere.has(id) ? 'elsewhere' : 'missing',
          })),
      }
    })
}

/** IDs of the units that are still missing, each once. Types whose units need not all be covered lack none. */
export function missingUnits(progress: readonly TypeProgress[]): string[] {
  return progress.flatMap(({ units, requirement }) =>
    requirement?.everyUnit || requirement?.pointsPerUnit !== undefined
      ? units.filter(({ state }) => state === 'missing').map(({ id }) => id)
      : [],
  )
}

/**
 * The points that non-interactive items may still have to earn for a type: what is missing of the total, without what must
 * be interactive anyway.
 */
export function itemPointsMissing({ points, interactive }: TypeProgress): number {
  return Math.max(0, (points?.missing ?? 0) - (interactive?.missing ?? 0))
}

/** Whether a point with an audience may be accepted as a general one by a type that asks for specialist points. */
export function isGeneralToo(audience: ReadonlySet<string> | undefined, code: string): boolean {
  return audience !== undefined && [...audience].some((each) => each !== code)
}

/** The general part of a total. Of the awards that may be either, those that specialist points still need are theirs. */
function generalTally(
  total: number,
  specialist: Tally,
  said: ElsewherePoints | undefined,
  { either, generalOnly }: { readonly either: number; readonly generalOnly: number },
): Tally {
  const theirs = Math.max(0, specialist.needed - specialist.elsewhere - (specialist.here - either))
  return tally(
    Math.max(0, total - specialist.needed),
    generalOnly + Math.max(0, either - theirs),
    (said?.points ?? 0) - (said?.specialist ?? 0),
  )
}

function coversType({ competencies }: CountedAward, code: string): boolean {
  return competencies.some(({ registrantType }) => registrantType === code)
}

function tally(needed: number, here: number, elsewhere: number): Tally {
  return { needed, here, elsewhere, missing: Math.max(0, needed - here - elsewhere) }
}
