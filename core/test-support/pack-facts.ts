import fc from 'fast-check'
import type { PackFacts } from '../pack-facts.ts'
import type { Elsewhere } from '../progress/elsewhere.ts'
import type { CountedAward } from '../progress/progress.ts'

const type = (code: string, title: string) => ({ code, title, abbreviation: code.slice(0, 1).toUpperCase() })
const asked = {
  points: 36,
  interactivePoints: 18,
  yearlyPoints: 6,
  yearsWaived: [2020],
  everyUnit: true,
  peerReviews: 1,
  documents: [],
  confidence: 'found' as const,
  source: 'Invented for tests.',
}

/** Facts of a pack for three registrant types, one of which asks for specialist points on top of general ones. */
export const sampleFacts: PackFacts = {
  title: 'Sample pack',
  window: { opensOn: '2021-09-01', closesOn: '2021-12-28', timeZone: 'Europe/London' },
  acceptanceAdvice: 'Accept your points before the cycle ends.',
  contactEmail: 'help@example.com',
  scheme: {
    title: 'Continuing Education and Training',
    abbreviation: 'CET',
    regulator: 'Sample regulator',
    recording: 'provider-uploads',
    unitSingular: 'competency',
    unitPlural: 'competencies',
  },
  cycle: {
    id: 'cycle-sample',
    title: 'Sample cycle',
    startsOn: '2019-01-01',
    endsOn: '2021-12-31',
    acceptBy: '2021-12-31',
  },
  registrantTypes: [
    type('optometrist', 'Optometrist'),
    type('dispensing-optician', 'Dispensing optician'),
    type('prescriber', 'Therapeutic prescriber'),
  ],
  units: ['optometrist', 'dispensing-optician', 'prescriber'].flatMap((registrantType) =>
    [1, 2, 3].map((order) => ({
      id: `${registrantType}-${order}`,
      title: `Unit ${order}`,
      registrantType,
    })),
  ),
  requirements: [
    { ...asked, registrantType: 'optometrist' },
    { ...asked, registrantType: 'dispensing-optician', peerReviews: 0 },
    {
      ...asked,
      registrantType: 'prescriber',
      points: 54,
      specialistPoints: 18,
      specialistName: 'therapeutic points',
    },
  ],
  items: [],
  opportunities: [],
}

const unitIds = sampleFacts.units.map(({ id }) => id)
const half = (max: number) => fc.integer({ min: 0, max: max * 2 }).map((halves) => halves / 2)

/** Codes of registrant types, with one that the pack does not know. */
export const typeCodes = fc.subarray(['optometrist', 'dispensing-optician', 'prescriber', 'orthoptist'])

/** Any awards for units of {@link sampleFacts}, each of an exam of its own. */
export const awards: fc.Arbitrary<CountedAward[]> = fc
  .array(
    fc.record({
      points: fc.constantFrom(0.5, 1, 2),
      pointType: fc.constantFrom('interactive' as const, 'non-interactive' as const),
      units: fc.subarray(unitIds),
      year: fc.constantFrom(2019, 2020, 2021),
    }),
    { maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ units, ...rest }, index) => ({
      ...rest,
      exam: `exam-${index}`,
      competencies: sampleFacts.units.filter(({ id }) => units.includes(id)),
    })),
  )

/** Any entry that the form lets through, or none. */
export const elsewheres: fc.Arbitrary<Elsewhere> = fc.record({
  registrantTypes: fc.constant([]),
  points: fc.uniqueArray(fc.constantFrom('optometrist', 'dispensing-optician', 'prescriber')).chain((codes) =>
    fc.tuple(
      ...codes.map((registrantType) =>
        half(60).chain((points) =>
          fc.record({
            registrantType: fc.constant(registrantType),
            points: fc.constant(points),
            interactive: half(points),
            specialist: half(points),
            thisYear: half(points),
            peerReviews: fc.integer({ min: 0, max: 3 }),
          }),
        ),
      ),
    ),
  ),
  units: fc.subarray(unitIds),
  year: fc.constantFrom(2020, 2021),
})
