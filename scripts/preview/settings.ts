import { z } from 'zod'
import { UserError } from '../user-error.ts'

const address = (remedy: string) =>
  z.url({ protocol: /^https?$/, error: remedy }).transform((url) => url.replace(/\/+$/, ''))

const settingsSchema = z.object({
  SANITY_PROJECT_ID: z
    .string({ error: 'Set it to the project’s ID.' })
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'Write the project’s ID: lower-case letters, digits and hyphens.'),
  SANITY_DATASET: z
    .string({ error: 'Set it to the dataset’s name, such as production.' })
    .regex(/^~?[a-z0-9][a-z0-9_-]*$/, 'Write the dataset’s name, such as production.'),
  SANITY_READ_TOKEN: z.string({ error: 'Set it to a token that may read the dataset, drafts too (viewer).' }),
  SANITY_API_HOST: address(
    'Write the address of the Content Lake, or unset it for the hosted one.',
  ).optional(),
  STUDIO_URL: address('Write where Studio is, such as https://studio.example.org.'),
  PREVIEW_URL: address(
    'Write the address under which editors reach the preview, such as https://preview.example.org.',
  ).refine((url) => ['', '/'].includes(new URL(url).pathname), 'Write the origin alone, without a path.'),
  PREVIEW_PORT: z.coerce
    .number({ error: 'Write a port from 1 to 65535.' })
    .int('Write a port from 1 to 65535.')
    .min(1, 'Write a port from 1 to 65535.')
    .max(65_535, 'Write a port from 1 to 65535.')
    .default(8788),
  PREVIEW_HOST: z.string().default('127.0.0.1'),
})

/** What `npm run preview` is started with. */
export type PreviewSettings = z.infer<typeof settingsSchema>

/**
 * Reads the preview's environment.
 *
 * @param variables names and values; an empty value counts as unset.
 * @throws UserError PREVIEW_ENVIRONMENT_INVALID, naming every variable that is missing or malformed, never a value.
 */
export function previewSettings(variables: Readonly<Record<string, string | undefined>>): PreviewSettings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = settingsSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `  - ${issue.path.join('.')}: ${issue.message}`)
  throw new UserError(
    'PREVIEW_ENVIRONMENT_INVALID',
    `The preview cannot be started with this environment:\n${faults.join('\n')}\n`,
    'Set these variables and start it again.',
  )
}
