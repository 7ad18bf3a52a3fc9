import { z } from 'zod'

const claimValues = z.union([z.string(), z.array(z.string())])

/**
 * How the membership provider's claims are read, by configuration: providers name them differently.
 *
 * - `scope` is asked for at sign-in.
 * - `entitlements`: the first rule that fits decides; `claim` holds one text or a list, and any of `values` counts.
 * - `registrantTypes.values` maps the provider's words to codes of the content model.
 */
export const claimRulesSchema = z.strictObject({
  scope: z.string().regex(/(^| )openid( |$)/, 'must contain openid'),
  name: z.string(),
  gocNumber: z.string().optional(),
  entitlements: z
    .array(
      z.strictObject({
        entitlement: z.enum(['aop-member', 'ot-subscriber']),
        claim: z.string(),
        values: z.array(z.string()).min(1),
      }),
    )
    .min(1),
  registrantTypes: z.strictObject({ claim: z.string(), values: z.record(z.string(), z.string()) }),
})

/** See {@link claimRulesSchema}. */
export type ClaimRules = z.infer<typeof claimRulesSchema>

/** What the Worker keeps of a person. `entitlement` is undefined for somebody who may not read the pack. */
export type Profile = {
  readonly name: string
  readonly gocNumber: string | undefined
  readonly entitlement: 'aop-member' | 'ot-subscriber' | undefined
  readonly registrantTypes: readonly string[]
}

/**
 * Reads a person's profile from claims that have been validated already. A claim that is missing or of another shape
 * gives nothing: it never entitles.
 */
export function profileFromClaims(rules: ClaimRules, claims: Readonly<Record<string, unknown>>): Profile {
  const valuesOf = (claim: string): string[] => {
    const parsed = claimValues.safeParse(claims[claim])
    return parsed.success ? [parsed.data].flat() : []
  }
  const rule = rules.entitlements.find(({ claim, values }) =>
    valuesOf(claim).some((value) => values.includes(value)),
  )
  const types = new Map(Object.entries(rules.registrantTypes.values))
  return {
    name: valuesOf(rules.name)[0]?.slice(0, 200) ?? 'Member',
    gocNumber: rules.gocNumber === undefined ? undefined : valuesOf(rules.gocNumber)[0],
    entitlement: rule?.entitlement,
    registrantTypes: valuesOf(rules.registrantTypes.claim).flatMap((value) => types.get(value) ?? []),
  }
}
