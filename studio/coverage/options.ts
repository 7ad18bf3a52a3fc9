import { z } from 'zod'

const optionsSchema = z.strictObject({
  /** Part of the tool's address. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'has other characters than a–z, 0–9 and -')
    .default('coverage'),
  title: z.string().trim().min(1, 'is empty').default('Coverage'),
})

/** How the tool can be configured; everything has a default. */
export type CoverageToolOptions = z.input<typeof optionsSchema>

/**
 * Checks what the tool was configured with and fills in the defaults.
 *
 * @throws Error `COVERAGE_TOOL_MISCONFIGURED` naming each option and what is wrong with it
 */
export function readCoverageToolOptions(options: unknown): z.output<typeof optionsSchema> {
  const parsed = optionsSchema.safeParse(options)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues
    .map(({ path, message }) => `  ${path.join('.') || 'options'}: ${message}`)
    .join('\n')
  throw new Error(
    `COVERAGE_TOOL_MISCONFIGURED: the coverage tool cannot be set up.\n${faults}\nCorrect the options given to coverageTool() in sanity.config.ts.`,
  )
}
