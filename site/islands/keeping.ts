import type { Device } from './device.ts'
import type { Draft } from './draft.ts'
import { answersOf, type FormFacts, fieldsets } from './exam-form.ts'
import { stageOf } from './exam-stage.ts'
import type { Steps } from './steps.ts'

/** The draft of a page’s attempt, on the device. */
export type Keeping = {
  /** The question that was answered last, counted from 1; 0 if none was. */
  touched(): number
  /** Whether this attempt may have arrived without a word coming back. */
  unsure(): boolean
  /** Goes on from what was kept before, by this tab or another. */
  goOnFrom(draft: Pick<Draft, 'at' | 'touched'>): void
  /** From now on nothing says that the attempt was not sent. Tells whether that is news. */
  markSent(): boolean
  /** Remembers which question an input belongs to that was changed. */
  touch(input: Node): void
  /** Writes the draft as it stands; tells whether that worked. */
  write(): boolean
  /** Writes answers that were changed just now; undefined where there is no member to keep them for. */
  keep(): boolean | undefined
}

/**
 * Begins to keep the answers of a form.
 *
 * @param now tells milliseconds of the Unix epoch by the server’s clock.
 */
export function beginKeeping(
  form: HTMLFormElement,
  facts: FormFacts,
  device: Device,
  steps: Steps,
  now: () => number,
): Keeping {
  let at = now()
  let touched = 0
  let unsure = false
  const write = () => {
    const { attempt, version } = facts
    const answers = answersOf(form)
    return device.keepDraft({
      attempt,
      version,
      answers,
      view: steps.view(),
      stage: stageOf(form),
      touched,
      at,
      unsure,
    })
  }
  return {
    touched: () => touched,
    unsure: () => unsure,
    goOnFrom(draft) {
      at = draft.at
      touched = draft.touched
    },
    markSent() {
      if (unsure) return false
      unsure = true
      form.dataset['tried'] = ''
      return true
    },
    touch(input) {
      touched = fieldsets(form).findIndex((each) => each.contains(input)) + 1
    },
    write,
    keep() {
      at = now()
      return facts.member === '' ? undefined : write()
    },
  }
}
