import { z } from 'zod'
import { claimRulesSchema } from './sign-in/claims.ts'

/** The bindings that Cloudflare gives the Worker, and the variables before they are checked. */
export type Env = {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
  /** Optional: the store of media that is too large for the site’s own files, and of streams. */
  readonly MEDIA?: R2Bucket
} & Readonly<Record<string, unknown>>

const origin = z.url().refine((text) => URL.parse(text)?.origin === text, {
  message: 'must be an origin such as https://cet.example.org, with no path and no slash at the end',
})

const privateKeySchema = z.discriminatedUnion('kty', [
  z.looseObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    d: z.string(),
    kid: z.string().min(1),
  }),
  z.looseObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string(),
    d: z.string(),
    kid: z.string().min(1),
  }),
])

/** The private key that receipts are signed with: ES256 or Ed25519, with a `kid`. */
export type ReceiptKey = z.infer<typeof privateKeySchema>

const settingsSchema = z
  .object({
    ENVIRONMENT: z.enum(['production', 'preview', 'development', 'test']),
    SITE_ORIGIN: origin,
    OIDC_ISSUER: z.url(),
    OIDC_CLIENT_ID: z.string().min(1),
    OIDC_CLIENT_SECRET: z.string().min(16),
    /** Algorithm of the provider's ID tokens; anything else is refused. */
    OIDC_SIGNING_ALG: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']).default('RS256'),
    /** `true` lets the issuer be reached over plain HTTP, for a provider on this machine. */
    OIDC_ALLOW_HTTP: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true'),
    CLAIMS: jsonOf(claimRulesSchema),
    RECEIPT_KEY: jsonOf(privateKeySchema),
    RELEASE_TOKEN: z.string().min(32),
    /** Lets Studio ask how an exam has been used (counts alone). Without it there is no such address. */
    EXAM_USE_TOKEN: z.string().min(32).optional(),
    /** The one other origin whose pages may read that answer. */
    STUDIO_ORIGIN: origin.optional(),
    /** Demonstration only: the time is `epoch` plus what has really passed since `since`. */
    DEMO_CLOCK: jsonOf(z.strictObject({ epoch: z.iso.datetime(), since: z.iso.datetime() })).optional(),
  })
  .refine((settings) => settings.ENVIRONMENT !== 'production' || settings.DEMO_CLOCK === undefined, {
    message: 'has no place in production',
    path: ['DEMO_CLOCK'],
  })
  .refine((settings) => settings.ENVIRONMENT !== 'production' || !settings.OIDC_ALLOW_HTTP, {
    message: 'has no place in production',
    path: ['OIDC_ALLOW_HTTP'],
  })
  .refine(
    (settings) => settings.ENVIRONMENT !== 'production' || settings.SITE_ORIGIN.startsWith('https://'),
    { message: 'must be https in production', path: ['SITE_ORIGIN'] },
  )

/** The Worker's settings, checked. */
export type Settings = z.infer<typeof settingsSchema>

/**
 * Checks the environment.
 *
 * @returns the settings, or the faults as `NAME: what is wrong`; never a value, because values are secrets.
 */
export function readSettings(env: Env): { settings: Settings } | { faults: string[] } {
  const parsed = settingsSchema.safeParse(env)
  if (parsed.success) return { settings: parsed.data }
  return {
    faults: parsed.error.issues.map((issue) =>
      issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`,
    ),
  }
}

/** Variables are text on the command line and may be objects in a configuration file. */
function jsonOf<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value) as unknown
    } catch {
      return undefined
    }
  }, schema)
}
