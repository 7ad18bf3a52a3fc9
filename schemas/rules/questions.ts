import type { ValidationError } from 'sanity'
import { repeatedTexts } from './text.ts'

/** A question while an editor is still writing. */
export interface DraftQuestion {
  readonly _key?: string
  readonly stem?: string
}

/**
 * Points out a question that reads like an earlier one, which is nearly always a copy that was not rewritten.
 *
 * @param questions - the exam's questions
 * @returns `true`, or one message at each later twin
 */
export function stemsDiffer(questions: readonly DraftQuestion[] | undefined): true | ValidationError[] {
  const twins = repeatedTexts(questions ?? [], (question) => question.stem)
  if (twins.length === 0) return true
  return twins.map(({ _key }) => ({
    message: 'An earlier question has the same text. Rewrite this one, or remove it.',
    path: _key === undefined ? [] : [{ _key }, 'stem'],
  }))
}
