import type { Competency, Framework } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref } from '../authored.ts'
import type { RegistrantCode } from '../objective.ts'

/** The scheme of the cycle that ended with 2021. */
export const framework: Authored<Framework> = {
  _id: 'framework-cet-2019',
  _type: 'framework',
  title: 'CET 2019 to 2021',
  scheme: 'CET',
  version: '2019',
  cycleStart: '2019-01-01',
  cycleEnd: '2021-12-31',
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
