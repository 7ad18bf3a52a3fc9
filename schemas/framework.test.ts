import { describe, expect, test } from 'vitest'
import { cycle, dataset, framework, ref, requirement, scheme } from './test-support/samples.ts'
import { validate } from './test-support/validate.ts'

const type = (changes: Record<string, unknown> = {}) => ({
  _id: 'drafts.registrantType-independent-prescriber',
  _type: 'registrantType',
  title: 'Independent prescriber',
  code: 'independent-prescriber',
  abbreviation: 'IP',
  order: 5,
  ...changes,
})

describe('scheme, cycle and framework', () => {
  test('without fault may be published', async () => {
    for (const document of [scheme(), cycle(), framework()])
      expect(await validate(document, dataset)).toEqual([])
  })

  test('a scheme says what its units are called and who records', async () => {
    expect(await validate({ _id: 'drafts.empty', _type: 'scheme' })).toEqual([
      'error title: Write the scheme’s full name, such as Continuing Education and Training.',
      'error abbreviation: Write the scheme’s abbreviation, such as CET.',
      'error regulator: Write who runs the scheme.',
      'error recording: Choose who records a completion with the regulator.',
      'error unitSingular: Write what one unit is called, such as competency.',
      'error unitPlural: Write what several units are called, such as competencies.',
      'error carryOver: Say what points count beyond the end of a cycle, if any do.',
      'error note: Say where this comes from and how sure you are of it.',
    ])
  })

  test('a cycle may last one day and not less', async () => {
    expect(await validate(cycle({ endsOn: '2019-01-01' }), dataset)).toEqual([])
    expect(await validate(cycle({ endsOn: '2018-12-31' }), dataset)).toEqual([
      'error endsOn: The cycle would end before it starts. Choose a later day.',
    ])
  })

  test('a framework has one requirement a registrant type', async () => {
    const requirements = [requirement('a'), requirement('b')]
    expect(await validate(framework({ requirements }), dataset)).toEqual([
      'error requirements.[b].registrantType: This registrant type has a requirement already. Change that one, or choose another type here.',
    ])
    const other = { ...requirement('b'), registrantType: ref('registrantType-dispensing-optician') }
    expect(await validate(framework({ requirements: [requirement('a'), other] }), dataset)).toEqual([])
    expect(await validate(framework({ requirements: [] }), dataset)).toEqual([
      'error requirements: Add the requirement of at least one registrant type.',
    ])
  })
})

describe('a requirement', () => {
  const faults = (changes: Record<string, unknown>) =>
    validate(framework({ requirements: [{ ...requirement('a'), ...changes }] }), dataset)

  test.each(['interactivePoints', 'providerLedPoints', 'yearlyPoints', 'pointsPerUnit'])(
    'asks for no more %s than points in all',
    async (field) => {
      expect(await faults({ [field]: 36 })).toEqual([])
      expect(await faults({ [field]: 37 })).toEqual([
        `error requirements.[a].${field}: This is more than the total of 36. Correct this number or the total.`,
      ])
      expect(await faults({ [field]: -1 })).toEqual([
        `error requirements.[a].${field}: Write a number of points, 0 or more, or clear the field.`,
      ])
    },
  )

  test('names its specialist points', async () => {
    expect(await faults({ specialistPoints: 18 })).toEqual([
      'error requirements.[a].specialistName: Write what the specialist points are called.',
    ])
    expect(await faults({ specialistPoints: 18, specialistName: 'specialty points' })).toEqual([])
  })

  test('says how sure it is, and by what', async () => {
    expect(await faults({ confidence: undefined, source: undefined })).toEqual([
      'error requirements.[a].confidence: Choose how sure this is.',
      'error requirements.[a].source: Say where this comes from, or what must be checked.',
    ])
  })

  test('takes years with four digits', async () => {
    expect(await faults({ yearsWaived: [2020, 2021] })).toEqual([])
    expect(await faults({ yearsWaived: [20] })).toEqual([
      'error requirements.[a].yearsWaived.0: Write a year with four digits, such as 2020.',
    ])
  })
})

describe('a registrant type', () => {
  test('may be of any scheme', async () => {
    expect(await validate(type())).toEqual([])
  })

  test.each(['Optometrist', 'dispensing optician', 'a--b', '-a', 'type2', 'optométriste'])(
    'has no code like %s',
    async (code) => {
      expect(await validate(type({ code }))).toEqual([
        'error code: Use lower-case words joined by hyphens, such as dispensing-optician.',
      ])
    },
  )

  test('has a code of its own', async () => {
    const other = { ...type(), _id: 'registrantType-other', title: 'Other' }
    expect(await validate(type(), [other])).toEqual([
      'error code: “Other” has this code already. Write another, or change that type instead.',
    ])
    expect(await validate(type(), [{ ...other, _id: 'drafts.registrantType-other' }])).toEqual([])
  })

  test.each(['ip', 'ABCD', 'O/D'])('is not abbreviated as %s', async (abbreviation) => {
    expect(await validate(type({ abbreviation }))).toEqual([
      'error abbreviation: Write the abbreviation that references use: one to three capital letters.',
    ])
  })
})
