import { z } from 'zod'
import { optionalText, some, text, whole } from './fields.ts'
import { competencySchema, registrantTypeSchema } from './schema-shared.ts'

/** Something that earns interactive points. */
export const opportunitySchema = z
  .object({
    _id: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/, 'Copy this to a new document: its ID cannot stand in an address.'),
    title: text('Write the title.'),
    kind: z.enum(
      ['webinar', 'peer-discussion', 'peer-review', 'workshop', 'conference'],
      'Choose what kind of meeting this is.',
    ),
    summary: text('Write what it is about.'),
    provider: text('Write who holds it.'),
    startsAt: z.iso.datetime({ error: 'Choose day and time.' }),
    timeZone: z
      .string({ error: 'Write the time zone, such as Europe/London.' })
      .refine(isTimeZone, 'Write an IANA name such as Europe/London.'),
    minutes: whole(5, 1440, 'Write whole minutes, from 5 to 1440.'),
    place: z.enum(['online', 'venue'], 'Choose whether it is online or at a venue.'),
    venue: optionalText,
    bookingUrl: z.url({ protocol: /^https$/, error: 'Write a full address that starts with https://.' }),
    points: z
      .number({ error: 'Write how many points it earns.' })
      .positive('Write how many points it earns, above 0.'),
    cancelled: z
      .boolean()
      .nullish()
      .transform((cancelled) => cancelled === true),
    audience: some(registrantTypeSchema, 'Choose at least one registrant type.'),
    competencies: some(competencySchema, 'Choose at least one competency or domain.'),
  })
  .refine(({ place, venue }) => place === 'online' || venue !== undefined, {
    error: 'Write the name and town of the venue.',
    path: ['venue'],
  })

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    return false
  }
}
