import type { ValidationContext, ValidationError } from 'sanity'
import { isReference } from './references.ts'
import { ANOTHER_PUBLISHED, ask, publishedId } from './studio-query.ts'

/**
 * An exam belongs to one item: its points are awarded once, so two items cannot share them.
 *
 * @param value - the item's exam reference
 * @param context - what Studio passes to the rule
 * @returns `true`, or which item has the exam already
 */
export async function examIsNotShared(
  value: unknown,
  context: ValidationContext,
): Promise<true | ValidationError> {
  const id = context.document?._id
  if (!isReference(value) || id === undefined) return true
  const title = await ask(
    context,
    `*[_type in ["article", "video"] && ${ANOTHER_PUBLISHED} && exam._ref == $exam][0].title`,
    { exam: value._ref, own: publishedId(id) },
  )
  if (typeof title !== 'string') return true
  return {
    message: `“${title}” already has this exam, and its points are awarded once. Choose or create another exam.`,
  }
}
