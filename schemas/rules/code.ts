import type { ValidationContext, ValidationError } from 'sanity'
import { ANOTHER_PUBLISHED, ask, publishedId } from './studio-query.ts'

/** Codes travel in claims, records and page markup: lower-case words joined by hyphens. */
export const CODE = /^[a-z]+(?:-[a-z]+)*$/

/**
 * Checks the code of a registrant type: its characters, and that no other type has it.
 *
 * @param code - what the editor wrote
 * @param context - what Studio passes to the rule
 * @returns `true`, also when empty (another rule asks for it), or what to write instead
 */
export async function isOwnCode(
  code: string | undefined,
  context: ValidationContext,
): Promise<true | ValidationError> {
  if (code === undefined || code === '') return true
  if (!CODE.test(code)) {
    return { message: 'Use lower-case words joined by hyphens, such as dispensing-optician.' }
  }
  const id = context.document?._id
  if (id === undefined) return true
  const other = await ask(
    context,
    `*[_type == "registrantType" && ${ANOTHER_PUBLISHED} && code == $code][0].title`,
    { code, own: publishedId(id) },
  )
  if (typeof other !== 'string') return true
  return { message: `“${other}” has this code already. Write another, or change that type instead.` }
}
