import type { Competency, Cycle, Framework, Scheme } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref } from '../authored.ts'
import type { RegistrantCode } from '../objective.ts'

/** The scheme that ended with 2021. */
export const scheme: Authored<Scheme> = {
  _id: 'scheme-cet',
  _type: 'scheme',
  title: 'Continuing Education and Training',
  abbreviation: 'CET',
  regulator: 'General Optical Council',
  recording: 'provider-uploads',
  unitSingular: 'competency',
  unitPlural: 'competencies',
  carryOver:
    'Nothing is carried over into the next cycle. A point that has not been accepted when the cycle ends does not count.',
  note: 'Found in sources: the provider uploads points, the registrant accepts them, and nothing is carried over.',
}

/** Its last cycle. */
export const cycle: Authored<Cycle> = {
  _id: 'cycle-cet-2019',
  _type: 'cycle',
  title: 'CET 2019 to 2021',
  scheme: ref(scheme._id),
  startsOn: '2019-01-01',
  endsOn: '2021-12-31',
  acceptBy: '2021-12-31',
}

/** What every registrant type had to reach in it. */
const ofEveryType = {
  _type: 'requirement',
  yearlyPoints: 6,
  yearsWaived: [2020],
  everyUnit: true,
  partWay:
    'One general point for each whole month of registration, and half as many specialist points, rounded down. This comes from an older text.',
} as const

/** The version of that cycle. */
export const framework: Authored<Framework> = {
  _id: 'framework-cet-2019',
  _type: 'framework',
  title: 'CET 2019 to 2021',
  cycle: ref(cycle._id),
  version: '2019',
  requirements: [
    {
      ...ofEveryType,
      registrantType: ref('registrantType-optometrist'),
      points: 36,
      interactivePoints: 18,
      peerReviews: 1,
      confidence: 'found',
      source: 'Total, interactive points, yearly minimum, peer review and coverage were found in sources.',
    },
    {
      ...ofEveryType,
      registrantType: ref('registrantType-dispensing-optician'),
      points: 36,
      interactivePoints: 18,
      peerReviews: 0,
      confidence: 'found',
      source:
        'Total, interactive points, yearly minimum and coverage were found in sources. That the type is exempt from peer review is partly inferred.',
    },
    {
      ...ofEveryType,
      registrantType: ref('registrantType-therapeutic-prescriber'),
      points: 54,
      interactivePoints: 18,
      specialistPoints: 18,
      specialistName: 'therapeutic points',
      peerReviews: 1,
      confidence: 'inferred',
      source:
        'The 36 general points and the 18 across therapeutic competencies were found in sources. The interactive minimum is inferred from that of optometrists. To be checked.',
    },
    {
      ...ofEveryType,
      registrantType: ref('registrantType-contact-lens-optician'),
      points: 36,
      interactivePoints: 18,
      specialistPoints: 18,
      specialistName: 'specialist points',
      peerReviews: 1,
      confidence: 'inferred',
      source:
        'The 18 general and the 18 specialist points were found in sources. The interactive minimum is inferred from that of dispensing opticians, and the peer review from the rule for everybody else. To be checked.',
    },
  ],
  note: 'Demonstration list, to be checked by an editor. That there are 31 competencies over four registrant types was published; no source found names all 31. The eight for optometrists and the nine for dispensing opticians follow sources. The nine for therapeutic prescribers and the five for contact lens opticians are the best fit to the sum, and the fifth for contact lens opticians is a reconstruction.',
}

const bestFit = 'Best fit to the published total of 31; not confirmed by a source. To be checked.'

const units: Readonly<Record<RegistrantCode, readonly string[]>> = {
  optometrist: [
    'Communication',
    'Standards of practice',
    'Ocular examination',
    'Ocular disease',
    'Contact lenses',
    'Binocular vision',
    'Optical appliances',
    'Low vision and visual impairment',
  ],
  'dispensing-optician': [
    'Communication',
    'Standards of practice',
    'Methods of ocular examination',
    'Ocular abnormalities',
    'Optical appliances',
    'Refractive management',
    'Contact lenses',
    'Low vision',
    'Paediatric dispensing',
  ],
  'therapeutic-prescriber': [
    'Clinical and pharmaceutical knowledge',
    'Establishing options',
    'Communicating with patients',
    'Prescribing safely',
    'Prescribing professionally',
    'Improving prescribing practice',
    'Information in context',
    'The NHS in context',
    'The team and individual context',
  ],
  'contact-lens-optician': [
    'Communication',
    'Standards of practice',
    'Methods of ocular examination',
    'Contact lenses',
    'Ocular abnormalities',
  ],
}

const notes: Readonly<Partial<Record<RegistrantCode, (order: number) => string>>> = {
  'therapeutic-prescriber': () => bestFit,
  'contact-lens-optician': (order) =>
    order === 5 ? 'A reconstruction: no source found names a fifth competency. To be checked.' : bestFit,
}

/** All 31 competencies. Competencies of equal name count separately for each registrant type. */
export const competencies: readonly Authored<Competency>[] = Object.entries(units).flatMap(([code, titles]) =>
  titles.map((title, index): Authored<Competency> => {
    const order = index + 1
    const note = isCode(code) ? notes[code]?.(order) : undefined
    return {
      _id: `competency-${code}-${order}`,
      _type: 'competency',
      title,
      framework: ref(framework._id),
      registrantType: ref(`registrantType-${code}`),
      order,
      ...(note === undefined ? {} : { note }),
    }
  }),
)

function isCode(code: string): code is RegistrantCode {
  return code in units
}
