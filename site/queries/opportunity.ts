import { competencyFields, registrantTypeFields } from './fragments.ts'

/** Something that earns interactive points, with its date and where to book. */
export const opportunityFields = `
  _id,
  _type,
  title,
  kind,
  summary,
  provider,
  startsAt,
  timeZone,
  minutes,
  place,
  venue,
  bookingUrl,
  points,
  cancelled,
  "audience": audience[]->{${registrantTypeFields}},
  "competencies": competencies[]->{${competencyFields}}
`
