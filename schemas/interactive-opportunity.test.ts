import { describe, expect, test } from 'vitest'
import { dataset, opportunity, ref } from './test-support/samples.ts'
import { validate } from './test-support/validate.ts'

describe('an opportunity for interactive points', () => {
  test('without fault may be published, online and at a venue', async () => {
    expect(await validate(opportunity(), dataset)).toEqual([])
    expect(await validate(opportunity({ place: 'venue', venue: 'Sample Hall, Leeds' }), dataset)).toEqual([])
  })

  test('tells an editor of an empty one what to do, field by field', async () => {
    const faults = await validate({ _id: 'drafts.empty', _type: 'interactiveOpportunity' })
    expect(faults).toEqual([
      'error title: Write the title.',
      'error kind: Choose what kind of meeting this is.',
      'error summary: Write in two or three sentences what it is about.',
      'error provider: Write who holds it.',
      'error startsAt: Choose day and time.',
      'error timeZone: Write the time zone, such as Europe/London.',
      'error minutes: Write whole minutes, from 5 to 1440.',
      'error place: Choose whether it is online or at a venue.',
      'error bookingUrl: Write where members can book.',
      'error points: Write how many points it earns, above 0.',
      'error audience: Choose at least one registrant type.',
      'error competencies: Choose at least one competency or domain.',
    ])
  })

  test.each(['http://example.org/book', 'ftp://example.org', 'mailto:book@example.org'])(
    'is not booked at %s',
    async (bookingUrl) => {
      expect(await validate(opportunity({ bookingUrl }), dataset)).toEqual([
        'error bookingUrl: Write a full address that starts with https://.',
      ])
    },
  )

  test('is either online or at a venue that has a name', async () => {
    expect(await validate(opportunity({ place: 'venue' }), dataset)).toEqual([
      'error venue: Write the name and town of the venue.',
    ])
    expect(await validate(opportunity({ venue: 'Sample Hall' }), dataset)).toEqual([
      'error venue: Clear the venue, or choose “At a venue”: it cannot be both.',
    ])
  })

  test.each([
    ['points', 0, 'Write how many points it earns, above 0.'],
    ['minutes', 4, 'Write whole minutes, from 5 to 1440.'],
    ['minutes', 60.5, 'Write whole minutes, from 5 to 1440.'],
    [
      'timeZone',
      'Europe/Londn',
      '“Europe/Londn” is not a time zone. Write an IANA name such as Europe/London.',
    ],
  ])('refuses %s of %s', async (field, value, message) => {
    expect(await validate(opportunity({ [field]: value }), dataset)).toEqual([`error ${field}: ${message}`])
  })

  test('warns of a unit that nobody of its audience has to cover', async () => {
    const faults = await validate(
      opportunity({ competencies: [ref('competency-dispensing-optician-9')] }),
      dataset,
    )
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^warning competencies: “Paediatric dispensing”: not for a registrant type/)
  })
})
