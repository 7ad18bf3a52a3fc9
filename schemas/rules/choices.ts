import type { ValidationError } from 'sanity'
import { repeatedTexts } from './text.ts'

/** A choice as the form holds it while an editor is still writing: anything may be missing. */
export interface DraftChoice {
  readonly _key?: string
  readonly text?: string
  readonly correct?: boolean
}

/**
 * Refuses a choice whose text a reader could not tell from an earlier one.
 *
 * @param choices - the question's choices
 * @returns `true`, or one error at the text of each later twin
 */
export function choicesDiffer(choices: readonly DraftChoice[] | undefined): true | ValidationError[] {
  const twins = repeatedTexts(choices ?? [], (choice) => choice.text)
  if (twins.length === 0) return true
  return twins.map((twin) => ({
    message: 'Another choice of this question has the same text. Reword one of them, or remove it.',
    path: twin._key === undefined ? [] : [{ _key: twin._key }, 'text'],
  }))
}

/**
 * Holds the key to what the question's kind promises the member.
 *
 * @param kind - `single` (radio buttons) or `multiple` (tick boxes)
 * @param choices - the question's choices
 * @returns `true`, or what to change
 */
export function keyFitsKind(
  kind: string | undefined,
  choices: readonly DraftChoice[] | undefined,
): true | string {
  const all = choices ?? []
  const correct = all.filter((choice) => choice.correct === true).length
  if (kind === 'multiple') {
    if (correct === 0) return 'Mark at least one choice as correct: nobody could pass this question.'
    if (correct === all.length) {
      return 'Add at least one incorrect choice: ticking every box must not be the answer.'
    }
    return true
  }
  if (correct === 0) return 'Mark the one correct choice.'
  if (correct > 1) {
    return `Mark exactly one choice as correct (now ${correct}), or set the question to "several correct choices".`
  }
  return true
}
