import { ThLargeIcon } from '@sanity/icons/ThLarge'
import { definePlugin } from 'sanity'
import { route } from 'sanity/router'
import { z } from 'zod'
import { CoverageTool } from './coverage-tool.tsx'

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
 * A tool of Studio that measures a pack's items against a framework's units while they are being edited. The pack is part
 * of the address, so that it can be linked to and bookmarked.
 *
 * @throws Error `COVERAGE_TOOL_MISCONFIGURED` naming each option and what is wrong with it
 */
export const coverageTool = definePlugin<CoverageToolOptions>((options) => {
  const parsed = optionsSchema.safeParse(options)
  if (!parsed.success) {
    const faults = parsed.error.issues
      .map(({ path, message }) => `  ${path.join('.') || 'options'} ${message}`)
      .join('\n')
    throw new Error(
      `COVERAGE_TOOL_MISCONFIGURED: the coverage tool cannot be set up.\n${faults}\nCorrect the options given to coverageTool() in sanity.config.ts.`,
    )
  }
  const { name, title } = parsed.data
  return {
    name: 'coverage-tool',
    tools: [
      {
        name,
        title,
        icon: ThLargeIcon,
        component: CoverageTool,
        router: route.create('/', [route.create('/:pack')]),
      },
    ],
  }
})
