import { z } from 'zod'
import { versionNameSchema } from './exam-version.ts'

/**
 * What a member is told of an attempt, and what the signed receipt says. `submittedAt` is ISO 8601 in UTC, by the
 * server's clock; `attemptNumber` counts from 1; `percent` is not rounded.
 */
export const resultSchema = z.strictObject({
  attempt: z.uuid(),
  exam: z.string(),
  version: versionNameSchema,
  correct: z.int().min(0),
  outOf: z.int().min(1),
  percent: z.number().min(0).max(100),
  passed: z.boolean(),
  points: z.number().min(0),
  attemptNumber: z.int().min(1),
  attemptsLeft: z.int().min(0),
  submittedAt: z.iso.datetime(),
})

/** See {@link resultSchema}. */
export type Result = z.infer<typeof resultSchema>

/** The answer to an accepted submission. `receipt` is a compact JWS over the result, to be checked with the Worker's JWKS. */
export const acceptedSchema = z.strictObject({
  receipt: z.string(),
  result: resultSchema,
  resultPath: z.string().startsWith('/'),
})

/** See {@link acceptedSchema}. */
export type Accepted = z.infer<typeof acceptedSchema>
