import type { Draft } from './draft.ts'
import type { FormFacts } from './exam-form.ts'

/**
 * What is said of answers that were found on the device.
 *
 * @param lost how many of them have no place in the form any more.
 * @param time when they were kept, in words.
 * @param over whether nothing can be sent any more.
 */
export function restoredWords(
  draft: Draft,
  facts: Pick<FormFacts, 'attempt' | 'version' | 'number'>,
  lost: number,
  time: string,
  over: boolean,
): string {
  if (over && draft.unsure === true) {
    return `Your answers from ${time} are still shown; whether they were recorded, My CET tells. They cannot be sent any more.`
  }
  if (over) return `Your unsent answers from ${time} are still shown; they cannot be sent any more.`
  const restored = `Your answers from ${time} were restored on this device.`
  if (lost > 0) {
    const all = draft.answers.length
    return `${restored} The exam was changed meanwhile: ${lost} of your ${all} answers ${lost === 1 ? 'does' : 'do'} not fit any more.`
  }
  if (draft.version !== facts.version) {
    return `${restored} The exam was changed meanwhile, and all of them still fit: look over the questions once more.`
  }
  if (draft.attempt !== facts.attempt) {
    return `${restored} An earlier attempt was recorded meanwhile; these would be attempt ${facts.number}.`
  }
  return restored
}
