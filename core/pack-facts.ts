import { z } from 'zod'
import { windowSchema } from './window.ts'

const code = z.string().min(1)
const points = z.number().nonnegative()

const registrantTypeSchema = z.strictObject({ code, title: z.string(), abbreviation: z.string() })

const unitSchema = z.strictObject({ id: z.string().min(1), title: z.string(), registrantType: code })

const requirementSchema = z.strictObject({
  registrantType: code,
  points: z.number().positive(),
  interactivePoints: points.optional(),
  specialistPoints: points.optional(),
  specialistName: z.string().optional(),
  providerLedPoints: points.optional(),
  yearlyPoints: points.optional(),
  yearsWaived: z.array(z.int()),
  everyUnit: z.boolean(),
  pointsPerUnit: points.optional(),
  peerReviews: z.int().nonnegative(),
  documents: z.array(z.string()),
  partWay: z.string().optional(),
  confidence: z.enum(['found', 'inferred', 'general-knowledge']),
  source: z.string(),
})

const itemSchema = z.strictObject({
  id: z.string().min(1),
  exam: z.string().min(1),
  /** Begins and ends with a slash; the exam is at `exam/` below it. */
  path: z.string().startsWith('/').endsWith('/'),
  title: z.string(),
  format: z.enum(['article', 'video']),
  reference: z.string(),
  points: z.number().positive(),
  pointType: z.enum(['non-interactive', 'interactive']),
  /** Reading or watching, without the exam. */
  minutes: z.number().positive(),
  registrantTypes: z.array(code),
  /** IDs of {@link unitSchema}: those of the pack's own framework alone. */
  units: z.array(z.string()),
})

const opportunitySchema = z.strictObject({
  id: z.string().min(1),
  title: z.string(),
  kind: z.string(),
  startsAt: z.iso.datetime({ offset: true }),
  timeZone: z.string(),
  minutes: z.number().positive(),
  points: z.number().positive(),
  bookingUrl: z.string().optional(),
  cancelled: z.boolean(),
  registrantTypes: z.array(code),
  units: z.array(z.string()),
})

/**
 * What the Worker has to know of the published pack to tell members what they lack: written by the site's build beside
 * the pages, so that both are always of the same content. It holds nothing of an exam but its ID.
 */
export const packFactsSchema = z.strictObject({
  title: z.string(),
  window: windowSchema,
  acceptanceAdvice: z.string(),
  contactEmail: z.string(),
  scheme: z.strictObject({
    title: z.string(),
    abbreviation: z.string(),
    regulator: z.string(),
    recording: z.enum(['provider-uploads', 'registrant-uploads']),
    unitSingular: z.string(),
    unitPlural: z.string(),
  }),
  cycle: z.strictObject({
    id: z.string().min(1),
    title: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    /** The last day on which a registrant can accept a point, where the scheme has one. */
    acceptBy: z.iso.date().optional(),
  }),
  /** In the order in which they are listed. */
  registrantTypes: z.array(registrantTypeSchema),
  units: z.array(unitSchema),
  requirements: z.array(requirementSchema),
  items: z.array(itemSchema),
  opportunities: z.array(opportunitySchema),
})

/** See {@link packFactsSchema}. */
export type PackFacts = z.infer<typeof packFactsSchema>
