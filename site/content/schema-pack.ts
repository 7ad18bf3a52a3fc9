import { z } from 'zod'
import { windowSchema } from '../../core/index.ts'
import { day, optionalText, text } from './fields.ts'

const https = (remedy: string) => z.url({ protocol: /^https$/, error: remedy })

/** What is said on every page. */
export const settingsSchema = z.object({
  _id: z.literal('siteSettings'),
  title: text('Write the site’s title.'),
  description: text('Write one sentence that describes the site.'),
  notice: optionalText,
  joinUrl: https('Write the address where one can join, starting with https://.'),
  subscribeUrl: https('Write the address where one can subscribe, starting with https://.'),
  howToJoin: text('Write how one gets access.'),
  contactEmail: z.email({ error: 'Write the e-mail address that answers questions.' }),
})

/** The pack, without its items and its framework. */
export const packSchema = z
  .object({
    _id: z.string(),
    title: text('Write the pack’s title.'),
    summary: text('Write the pack’s summary.'),
    introduction: text('Write the pack’s introduction.'),
    opensOn: day('Choose the day on which the pack opens.'),
    closesOn: day('Choose the last day on which exams can be sent.'),
    timeZone: text('Write the time zone, such as Europe/London.'),
    acceptanceAdvice: text('Write what members must do for their points to count.'),
  })
  .superRefine(({ opensOn, closesOn, timeZone }, context) => {
    const window = windowSchema.safeParse({ opensOn, closesOn, timeZone })
    for (const issue of window.error?.issues ?? []) {
      const field = issue.path[0]
      context.addIssue({
        code: 'custom',
        path: [...issue.path],
        message:
          field === 'timeZone'
            ? 'Write an IANA name such as Europe/London.'
            : 'Choose a last day that is not before the first.',
      })
    }
  })
