import type { Device } from './device.ts'
import { hasNewer } from './draft.ts'
import { answersOf, type FormFacts, putAnswers, questionsOf } from './exam-form.ts'
import { stageOf } from './exam-stage.ts'
import type { Keeping } from './keeping.ts'
import { restoredWords } from './restored-words.ts'
import type { Message } from './shown.ts'
import type { Steps } from './steps.ts'

/** What a page found on the device when it opened. */
export type Restored = {
  /** Whether there were answers. */
  readonly found: boolean
  /** Says what was put in place; undefined when there is nothing to say. */
  readonly message: Message | undefined
  /** Whether the page has answers that nobody has kept yet. */
  readonly early: boolean
}

/**
 * Puts what the device has kept into a page that opens, and shows the part of the exam where it was left.
 *
 * @param stand.open whether the exam can be sent now; `over`: whether this member will not send it any more.
 * @param said says an instant in words.
 */
export function restoreDraft(
  form: HTMLFormElement,
  facts: FormFacts,
  device: Device,
  steps: Steps,
  keeping: Keeping,
  stand: { readonly open: boolean; readonly over: boolean },
  said: (instant: number) => string,
): Restored {
  const draft = device.draft()
  // Made before this script had arrived, or written into the page by the Worker: nobody has kept them yet.
  const early = hasNewer(answersOf(form), draft?.answers ?? [])
  const lost = draft === undefined ? 0 : putAnswers(form, draft.answers)
  const asked = device.view()
  const answered = form.querySelector('[data-slot="error-summary"]:not([hidden])') !== null
  // A new attempt, or an exam that was changed, is gone through from its beginning.
  const same = draft !== undefined && draft.attempt === facts.attempt && draft.version === facts.version
  // What the Worker shows on request, or because something is missing, stays; and so does the page for a member who was
  // sooner than this script, and is among the questions already.
  const among = early || form.contains(document.activeElement)
  if (stand.open && stageOf(form) === 'all' && !answered && !among) {
    const view = draft?.view ?? asked ?? 'all'
    const stage = same ? draft.stage : 'all'
    if (view === 'one') steps.open(stage === 'all' ? 1 : stage, view)
    else if (stage === 'review') steps.open(stage, view)
    else steps.open('all', view)
  }
  if (draft === undefined) return { found: false, message: undefined, early }
  keeping.goOnFrom({ at: draft.at, touched: same ? draft.touched : 0 })
  if (draft.attempt === facts.attempt && draft.unsure === true && keeping.markSent()) steps.refresh()
  // The Worker has said it, of the answers that came with the page.
  const isSaid = document.querySelector('[data-carried]') !== null
  const found = draft.answers.length > 0
  if (!found || isSaid) return { found, message: undefined, early }
  const touched = keeping.touched()
  const stopped =
    touched > 1 && stageOf(form) === 'all' && !stand.over ? questionsOf(form)[touched - 1] : undefined
  const text = restoredWords(draft, facts, lost, said(draft.at), stand.over)
  return {
    found,
    message: { text, offer: 'clear', ...(stopped === undefined ? {} : { stopped }) },
    early,
  }
}
