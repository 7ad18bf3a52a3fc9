import { z } from 'zod'

/**
 * How an exam has been used, in counts alone: nothing of it tells of a person. An exam that no release has named yet has
 * zeros everywhere.
 */
export const examUseSchema = z.strictObject({
  /** Versions of the exam that were ever released; members may have seen any of them. */
  versions: z.int().min(0),
  /** Attempts that were recorded, at any version. */
  attempts: z.int().min(0),
  /** Attempts at the version that new pages carry. */
  attemptsAtCurrentVersion: z.int().min(0),
  /** Members with at least one attempt. */
  members: z.int().min(0),
  /** Members who have passed, each of whom has the exam's points. */
  passed: z.int().min(0),
})

/** See {@link examUseSchema}. */
export type ExamUse = z.infer<typeof examUseSchema>
