import { z } from 'zod'
import { any, day, key, optionalText, some, text, whole } from './fields.ts'
import { competencySchema, registrantTypeSchema } from './schema-shared.ts'

/** A regulator's scheme; its words for a unit are the site's words. */
export const schemeSchema = z.object({
  _id: z.string(),
  title: text('Write the scheme’s title.'),
  abbreviation: text('Write the scheme’s abbreviation, such as CET.'),
  regulator: text('Write who runs the scheme.'),
  recording: z.enum(
    ['provider-uploads', 'registrant-uploads'],
    'Choose who records a completion with the regulator.',
  ),
  unitSingular: text('Write what one unit is called, such as competency.'),
  unitPlural: text('Write what several units are called, such as competencies.'),
  carryOver: text('Say what is carried over into the next cycle.'),
  note: text('Say where this comes from and how sure you are of it.'),
})

/** A period of a scheme, without the scheme. */
export const cycleSchema = z
  .object({
    _id: z.string(),
    title: text('Write the cycle’s title.'),
    startsOn: day('Choose the first day of the cycle.'),
    endsOn: day('Choose the last day of the cycle.'),
    acceptBy: z.iso
      .date({ error: 'Choose the last day for accepting points, or clear the field.' })
      .nullish()
      .transform((acceptBy) => acceptBy ?? undefined),
    note: optionalText,
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    error: 'Choose a last day that is not before the first.',
    path: ['endsOn'],
  })

const amount = 'Write a number of points, or clear the field.'
const optionalPoints = z
  .number({ error: amount })
  .min(0, amount)
  .nullish()
  .transform((points) => points ?? undefined)

/** What one registrant type must reach. */
const requirementSchema = z
  .object({
    _key: key,
    registrantType: registrantTypeSchema,
    points: z.number({ error: 'Write the total of points.' }).positive('Write the total of points, above 0.'),
    interactivePoints: optionalPoints,
    specialistPoints: optionalPoints,
    specialistName: optionalText,
    providerLedPoints: optionalPoints,
    yearlyPoints: optionalPoints,
    yearsWaived: any(whole(1900, 2999, 'Write a year with four digits.')),
    everyUnit: z.boolean({ error: 'Say whether every unit must be covered.' }),
    pointsPerUnit: optionalPoints,
    peerReviews: whole(0, 100, 'Write how many peer reviews are needed, 0 for none.'),
    documents: any(text('Name the document, or remove the line.')),
    partWay: optionalText,
    confidence: z.enum(['found', 'inferred', 'general-knowledge'], 'Choose how sure this is.'),
    source: text('Say where this comes from, or what must be checked.'),
  })
  .refine(({ specialistPoints, specialistName }) => specialistPoints === undefined || specialistName, {
    error: 'Write what the specialist points are called.',
    path: ['specialistName'],
  })

/** What a cycle asks for, without the cycle. */
export const frameworkSchema = z.object({
  _id: z.string(),
  title: text('Write the framework’s title.'),
  version: text('Write the framework’s version.'),
  note: text('Say where the list comes from and how sure you are of it.'),
  requirements: some(requirementSchema, 'Add the requirement of each registrant type.').refine(
    (requirements) =>
      new Set(requirements.map((each) => each.registrantType._id)).size === requirements.length,
    'Remove one of the two requirements of the same registrant type.',
  ),
  competencies: z
    .array(competencySchema.extend({ note: optionalText }))
    .min(1, 'Add the framework’s competencies or domains and publish them.'),
})
