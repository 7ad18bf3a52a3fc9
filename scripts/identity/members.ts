/** Somebody to sign in as. All of them are invented, GOC numbers included: the register has no such format. */
export type SampleMember = {
  readonly id: string
  readonly name: string
  /** What the picker says about them. */
  readonly about: string
  /** Claims, as the membership provider would send them. */
  readonly membership: readonly ('aop-member' | 'ot-subscriber')[]
  readonly registrantTypes: readonly string[]
  readonly gocNumber: string
}

/** The people of the demonstration. */
export const sampleMembers: readonly SampleMember[] = [
  {
    id: 'olive',
    name: 'Olive Sample',
    about: 'Optometrist, AOP member',
    membership: ['aop-member'],
    registrantTypes: ['optometrist'],
    gocNumber: '01-00000-SAMPLE',
  },
  {
    id: 'desmond',
    name: 'Desmond Sample',
    about: 'Dispensing optician, OT subscriber',
    membership: ['ot-subscriber'],
    registrantTypes: ['dispensing-optician'],
    gocNumber: 'D-00001-SAMPLE',
  },
  {
    id: 'thea',
    name: 'Thea Sample',
    about: 'Optometrist and therapeutic prescriber, AOP member',
    membership: ['aop-member'],
    registrantTypes: ['optometrist', 'therapeutic-prescriber'],
    gocNumber: '01-00002-SAMPLE',
  },
  {
    id: 'clement',
    name: 'Clement Sample',
    about: 'Dispensing and contact lens optician, OT subscriber',
    membership: ['ot-subscriber'],
    registrantTypes: ['dispensing-optician', 'contact-lens-optician'],
    gocNumber: 'D-00003-SAMPLE',
  },
  {
    id: 'nora',
    name: 'Nora Sample',
    about: 'Optometrist, neither AOP member nor OT subscriber',
    membership: [],
    registrantTypes: ['optometrist'],
    gocNumber: '01-00004-SAMPLE',
  },
]

/** The Worker's `CLAIMS` setting that reads this provider's claims. */
export const sampleClaimRules = {
  scope: 'openid profile cet',
  name: 'name',
  gocNumber: 'goc_number',
  entitlements: [
    { entitlement: 'aop-member', claim: 'membership', values: ['aop-member'] },
    { entitlement: 'ot-subscriber', claim: 'membership', values: ['ot-subscriber'] },
  ],
  registrantTypes: {
    claim: 'registrant_types',
    values: {
      optometrist: 'optometrist',
      'dispensing-optician': 'dispensing-optician',
      'therapeutic-prescriber': 'therapeutic-prescriber',
      'contact-lens-optician': 'contact-lens-optician',
    },
  },
} as const
