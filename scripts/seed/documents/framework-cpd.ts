import type { Competency, Cycle, Framework, Scheme } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref } from '../authored.ts'
import type { RegistrantCode } from '../objective.ts'

/** The scheme that began with 2022. No pack of the demonstration uses it: it shows that the model holds it. */
export const cpdScheme: Authored<Scheme> = {
  _id: 'scheme-cpd',
  _type: 'scheme',
  title: 'Continuing Professional Development',
  abbreviation: 'CPD',
  regulator: 'General Optical Council',
  recording: 'registrant-uploads',
  unitSingular: 'domain',
  unitPlural: 'domains',
  carryOver: 'No rule was found. To be checked before anybody relies on it.',
  note: 'General knowledge of the scheme, to be checked: registrants record what they have done themselves, and providers give them the evidence for it.',
}

/** Its first cycle. */
export const cpdCycle: Authored<Cycle> = {
  _id: 'cycle-cpd-2022',
  _type: 'cycle',
  title: 'CPD 2022 to 2024',
  scheme: ref(cpdScheme._id),
  startsOn: '2022-01-01',
  endsOn: '2024-12-31',
  note: 'Records are to be kept for two complete cycles after this one.',
}

/** What every registrant type must reach in it. */
const ofEveryType = {
  _type: 'requirement',
  interactivePoints: 18,
  providerLedPoints: 18,
  everyUnit: true,
  pointsPerUnit: 1,
  peerReviews: 1,
  documents: ['Personal development plan, at the start', 'Reflective exercise with a peer, near the end'],
  confidence: 'general-knowledge',
} as const

const outline = 'From an outline of the scheme. Compare it with the regulator’s own text before use.'

/** The version of that cycle. */
export const cpdFramework: Authored<Framework> = {
  _id: 'framework-cpd-2022',
  _type: 'framework',
  title: 'CPD 2022 to 2024',
  cycle: ref(cpdCycle._id),
  version: '2022',
  requirements: [
    { ...ofEveryType, registrantType: ref('registrantType-optometrist'), points: 36, source: outline },
    {
      ...ofEveryType,
      registrantType: ref('registrantType-dispensing-optician'),
      points: 36,
      source: outline,
    },
    {
      ...ofEveryType,
      registrantType: ref('registrantType-therapeutic-prescriber'),
      points: 54,
      specialistPoints: 18,
      specialistName: 'specialty points',
      source: `${outline} That 18 of the 54 points belong to the specialty is inferred.`,
    },
    {
      ...ofEveryType,
      registrantType: ref('registrantType-contact-lens-optician'),
      points: 36,
      specialistPoints: 18,
      specialistName: 'specialty points',
      source: `${outline} The other 18 points are core points.`,
    },
  ],
  note: 'Demonstration list from an outline of the scheme, to be checked by an editor: four domains for everybody, and a specialty for therapeutic prescribers and contact lens opticians.',
}

const domains = ['Professionalism', 'Communication', 'Clinical practice', 'Leadership and accountability']

const units: Readonly<Record<RegistrantCode, readonly string[]>> = {
  optometrist: domains,
  'dispensing-optician': domains,
  'therapeutic-prescriber': [...domains, 'Specialty: therapeutic prescribing'],
  'contact-lens-optician': [...domains, 'Specialty: contact lenses'],
}

/** Its domains, which are the units that a pack over it would be measured against. */
export const cpdDomains: readonly Authored<Competency>[] = Object.entries(units).flatMap(([code, titles]) =>
  titles.map((title, index) => ({
    _id: `competency-cpd-2022-${code}-${index + 1}`,
    _type: 'competency',
    title,
    framework: ref(cpdFramework._id),
    registrantType: ref(`registrantType-${code}`),
    order: index + 1,
    note: 'General knowledge, to be checked.',
  })),
)
