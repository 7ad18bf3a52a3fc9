import { z } from 'zod'

/** Where this Studio reads and writes, as the environment says at build time. */
export interface StudioEnvironment {
  readonly projectId: string
  readonly dataset: string
  /** Origin of the site that is built from this content, without a slash at its end; pages are opened there. */
  readonly siteUrl?: string
  /** Origin of the preview of drafts, without a slash at its end; without it Studio has no preview. */
  readonly previewUrl?: string
  /** Milliseconds of the Unix epoch: by this machine's clock, or by the one of a demonstration. */
  readonly now: () => number
  /** Lets Studio ask the site how an exam has been used, in counts. */
  readonly examUse?: {
    readonly siteUrl: string
    /** Anybody who can load this Studio can read it; those counts are all that it opens. */
    readonly token: string
  }
  /** Present only in an embedded Studio. */
  readonly lake?: {
    /** Origin of the embedded Content Lake. */
    readonly host: string
    /** Token of the one editor; without it the lake must know its editor by other means. */
    readonly token?: string
  }
}

/** Vite writes a variable that is set but empty as an empty text; that means "not set". */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((url) => ['', '/'].includes(new URL(url).pathname), 'has a path: write the origin alone')
  .transform((url) => new URL(url).origin)

const hostOfLake = origin.refine(
  (url) => !/^\[|^[\d.]+$/.test(new URL(url).hostname),
  'is a bare IP address, but the project ID is written in front of the host: use a name such as localhost',
)

/** Demonstration only, as the Worker's `DEMO_CLOCK`: the time is `epoch` plus what has really passed since `since`. */
const demoClock = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' })
      return z.NEVER
    }
  })
  .pipe(z.strictObject({ epoch: z.iso.datetime(), since: z.iso.datetime() }))

const environmentSchema = z
  .object({
    SANITY_STUDIO_PROJECT_ID: optional(
      z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'has other characters than a–z, 0–9 and -'),
    ),
    SANITY_STUDIO_DATASET: optional(
      z.string().regex(/^~?[a-z0-9][a-z0-9_-]*$/, 'has other characters than a–z, 0–9, - and _'),
    ),
    SANITY_STUDIO_API_HOST: optional(hostOfLake),
    SANITY_STUDIO_EMBEDDED_TOKEN: optional(z.string()),
    SANITY_STUDIO_SITE_URL: optional(origin),
    SANITY_STUDIO_PREVIEW_URL: optional(origin),
    SANITY_STUDIO_DEMO_CLOCK: optional(demoClock),
    SANITY_STUDIO_EXAM_USE_TOKEN: optional(z.string().min(32, 'has fewer than 32 characters')),
  })
  .refine(
    (env) => env.SANITY_STUDIO_EXAM_USE_TOKEN === undefined || env.SANITY_STUDIO_SITE_URL !== undefined,
    {
      path: ['SANITY_STUDIO_EXAM_USE_TOKEN'],
      message: 'is set without SANITY_STUDIO_SITE_URL, which says whom to ask with it',
    },
  )
  .refine(
    (env) => env.SANITY_STUDIO_EMBEDDED_TOKEN === undefined || env.SANITY_STUDIO_API_HOST !== undefined,
    {
      path: ['SANITY_STUDIO_EMBEDDED_TOKEN'],
      message:
        'is set without SANITY_STUDIO_API_HOST: a hosted Studio signs editors in and must not hold a token',
    },
  )

/** What may be set when Studio is built; every variable is a text or absent. */
export type RawStudioEnvironment = Readonly<
  Partial<Record<keyof z.input<typeof environmentSchema>, string | undefined>>
>

/**
 * Reads and checks the variables that a Studio is built with.
 *
 * Without `SANITY_STUDIO_API_HOST` the Studio talks to hosted Sanity and uses its sign-in; with it, to an embedded
 * Content Lake at that origin.
 *
 * @param raw - the variables, usually from `process.env`
 * @throws Error `STUDIO_ENVIRONMENT_INVALID`, naming each variable and what is wrong with it; values are not repeated,
 *   because one of them is a token
 */
export function readStudioEnvironment(raw: RawStudioEnvironment): StudioEnvironment {
  const parsed = environmentSchema.safeParse(raw)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`).join('\n')
    throw new Error(
      `STUDIO_ENVIRONMENT_INVALID: Studio cannot be configured.\n${faults}\nCorrect these variables and build Studio again.`,
    )
  }
  const env = parsed.data
  const token = env.SANITY_STUDIO_EMBEDDED_TOKEN
  return {
    projectId: env.SANITY_STUDIO_PROJECT_ID ?? 'survivalpack',
    dataset: env.SANITY_STUDIO_DATASET ?? 'production',
    now: clockOf(env.SANITY_STUDIO_DEMO_CLOCK),
    ...(env.SANITY_STUDIO_SITE_URL !== undefined && { siteUrl: env.SANITY_STUDIO_SITE_URL }),
    ...(env.SANITY_STUDIO_PREVIEW_URL !== undefined && { previewUrl: env.SANITY_STUDIO_PREVIEW_URL }),
    ...(env.SANITY_STUDIO_SITE_URL !== undefined &&
      env.SANITY_STUDIO_EXAM_USE_TOKEN !== undefined && {
        examUse: { siteUrl: env.SANITY_STUDIO_SITE_URL, token: env.SANITY_STUDIO_EXAM_USE_TOKEN },
      }),
    ...(env.SANITY_STUDIO_API_HOST !== undefined && {
      lake: { host: env.SANITY_STUDIO_API_HOST, ...(token !== undefined && { token }) },
    }),
  }
}

function clockOf(demo: z.output<typeof demoClock> | undefined): () => number {
  if (demo === undefined) return Date.now
  const ahead = Date.parse(demo.epoch) - Date.parse(demo.since)
  return () => Date.now() + ahead
}
