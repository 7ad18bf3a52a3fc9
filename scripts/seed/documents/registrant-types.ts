import type { RegistrantType } from '../../../schemas/generated/sanity.types.ts'
import type { Authored } from '../authored.ts'

const inOrder = [
  { code: 'optometrist', abbreviation: 'O', title: 'Optometrist' },
  { code: 'dispensing-optician', abbreviation: 'D', title: 'Dispensing optician' },
  { code: 'therapeutic-prescriber', abbreviation: 'TP', title: 'Therapeutic prescriber' },
  { code: 'contact-lens-optician', abbreviation: 'CL', title: 'Contact lens optician' },
] as const

/** The four kinds of registrant that had competencies of their own in this cycle. */
export const registrantTypes: readonly Authored<RegistrantType>[] = inOrder.map((each, index) => ({
  _id: `registrantType-${each.code}`,
  _type: 'registrantType',
  ...each,
  order: index + 1,
}))
