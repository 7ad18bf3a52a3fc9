import { z } from 'zod'
import { versionNameSchema } from './exam-version.ts'
import { windowSchema } from './window.ts'

/**
 * What the release step tells the Worker before a site goes live: every exam version by name (its canonical JSON), and
 * for each exam the version that new pages carry and the window in which it can be sat.
 */
export const releaseSchema = z.strictObject({
  versions: z.array(z.strictObject({ name: versionNameSchema, body: z.string().max(500_000) })).max(500),
  exams: z
    .array(z.strictObject({ exam: z.string().min(1), version: versionNameSchema, window: windowSchema }))
    .max(500),
})

/** See {@link releaseSchema}. */
export type Release = z.infer<typeof releaseSchema>
