import type { PackFacts } from './pack-facts.ts'
import { audienceOfItem, countsFor } from './progress/counts-for.ts'

/** Where a member stands with an item: in the order in which the listing offers them. */
export const itemStates = ['not-started', 'attempted', 'passed', 'no-attempts-left', 'not-for-you'] as const

/** See {@link itemStates}. */
export type ItemState = (typeof itemStates)[number]

/** What a member has done with an exam. */
export type ExamProgress = {
  readonly attempts: number
  readonly maxAttempts: number
  /** When it was passed, in milliseconds of the Unix epoch. */
  readonly passedAt: number | undefined
}

/**
 * Where a member stands with an item. What has been passed stays passed, whatever their registrant type is today.
 *
 * @param facts of the item's pack.
 * @param progress undefined when the exam has not been released yet.
 * @param types codes of the member's registrant types; when none is known, every item is for them.
 */
export function itemState(
  item: PackFacts['items'][number],
  facts: Pick<PackFacts, 'units'>,
  progress: ExamProgress | undefined,
  types: readonly string[],
): ItemState {
  if (progress?.passedAt !== undefined) return 'passed'
  if (!countsFor(audienceOfItem(item, facts), types)) return 'not-for-you'
  if (progress === undefined || progress.attempts === 0) return 'not-started'
  return progress.attempts < progress.maxAttempts ? 'attempted' : 'no-attempts-left'
}
