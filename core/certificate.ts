import { z } from 'zod'
import { certificateIdSchema } from './certificate-id.ts'
import { competencySchema } from './exam-version.ts'
import type { PackFacts } from './pack-facts.ts'

/** What the published pack told on the day when a certificate was issued. */
export const certificatePackSchema = z.strictObject({
  /** The title of the pack, which issues the certificate. */
  title: z.string(),
  scheme: z.strictObject({
    title: z.string(),
    abbreviation: z.string(),
    regulator: z.string(),
    unitPlural: z.string(),
  }),
  /** The title of the cycle that was running. */
  cycle: z.string(),
  /** Titles of registrant types by code. */
  registrantTypes: z.record(z.string(), z.string()),
})

/** See {@link certificatePackSchema}. */
export type CertificatePack = z.infer<typeof certificatePackSchema>

/**
 * A certificate with everything that it says, as it was on the day of issue. Instants are milliseconds of the Unix
 * epoch by the server's clock.
 */
export const certificateSchema = z.strictObject({
  id: certificateIdSchema,
  holder: z.string(),
  gocNumber: z.string().optional(),
  /** Codes; {@link registrantTypeTitle} knows their titles. */
  registrantTypes: z.array(z.string()),
  examTitle: z.string(),
  itemTitle: z.string(),
  reference: z.string(),
  points: z.number().positive(),
  pointType: z.enum(['non-interactive', 'interactive']),
  competencies: z.array(competencySchema),
  passedAt: z.int(),
  issuedAt: z.int(),
  pack: certificatePackSchema.optional(),
})

/** See {@link certificateSchema}. */
export type Certificate = z.infer<typeof certificateSchema>

/** What of a pack goes into the certificates that are issued for it. */
export function certificatePack(facts: PackFacts): CertificatePack {
  const { title, abbreviation, regulator, unitPlural } = facts.scheme
  return {
    title: facts.title,
    scheme: { title, abbreviation, regulator, unitPlural },
    cycle: facts.cycle.title,
    registrantTypes: Object.fromEntries(facts.registrantTypes.map((type) => [type.code, type.title])),
  }
}

/** The title of a registrant type as the certificate knows it; otherwise its code in words. */
export function registrantTypeTitle({ pack }: Certificate, code: string): string {
  const words = code.replaceAll('-', ' ')
  return pack?.registrantTypes[code] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * The competencies that a certificate shows, by registrant type and in the order of the exam. A point counts for the
 * units of the types that its holder has; only where that leaves nothing are all units of the exam shown.
 */
export function competenciesByType(
  certificate: Certificate,
): readonly { readonly type: string; readonly titles: readonly string[] }[] {
  const own = certificate.competencies.filter(({ registrantType }) =>
    certificate.registrantTypes.includes(registrantType),
  )
  const shown = own.length > 0 ? own : certificate.competencies
  return Array.from(
    Map.groupBy(shown, ({ registrantType }) => registrantType),
    ([code, units]) => ({
      type: registrantTypeTitle(certificate, code),
      titles: units.map(({ title }) => title),
    }),
  )
}
