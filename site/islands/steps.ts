import type { Device } from './device.ts'
import type { Question } from './exam-form.ts'
import { asStage, enterStage, type Stage, showStage, stageOf, type View } from './exam-stage.ts'

/** The steps through an exam: from one part of it to another, and by the browser’s own Back and Forward. */
export type Steps = {
  /** How the member likes to see the questions. */
  view(): View
  /** Shows a part of the exam where it opens, which is no step that leads back. */
  open(stage: Stage, view?: View): void
  /** Shows the answers to look over as they are now, if that is the part that is shown. */
  refresh(): void
  /** Goes where a button leads that asks for another part. */
  press(button: HTMLButtonElement): void
  /** Leads to a question, and to its first input. */
  openQuestion(question: Question): void
  /** Leads to the beginning of a question, to read on from there. */
  goOn(question: Question): void
  /** From now on the browser’s own Back leads here, and to no part before. */
  begin(): void
  stop(): void
}

/**
 * Opens the steps of a form’s page, in the part that the Worker shows.
 *
 * @param turned is told of every part that was stepped to.
 * @param stays whether the browser’s own Back and Forward leave the part that is shown.
 */
export function openSteps(
  form: HTMLFormElement,
  device: Device,
  turned: (stage: Stage) => void,
  stays: () => boolean,
): Steps {
  let view: View = stageOf(form) === 'all' ? 'all' : 'one'
  const turnTo = (stage: Stage, question?: number) => {
    showStage(form, stage, view)
    enterStage(form, question)
    turned(stage)
  }
  const goTo = (stage: Stage, question?: number) => {
    history.pushState({ stage, view }, '')
    turnTo(stage, question)
  }
  const placeOf = ({ number }: Question): Stage => (view === 'one' ? number : 'all')
  const markPlace = () => history.replaceState({ stage: stageOf(form), view }, '')
  const turnedBack = ({ state }: PopStateEvent) => {
    // A link within the page moves the focus alone; where it was followed is the way back to the stage of that moment.
    if (state?.stage === undefined) return markPlace()
    if (stays()) return
    view = state.view === 'one' ? 'one' : 'all'
    turnTo(asStage(state.stage))
  }
  return {
    view: () => view,
    open(stage, as = view) {
      view = as
      showStage(form, stage, view)
    },
    refresh() {
      if (stageOf(form) === 'review') showStage(form, 'review', view)
    },
    press({ value, dataset }) {
      const stage = asStage(value)
      if (dataset['step'] === 'switch') {
        view = stage === 'all' ? 'all' : 'one'
        device.keepView(view)
      }
      goTo(stage, dataset['goto'] === undefined ? undefined : Number(dataset['goto']))
    },
    openQuestion(question) {
      const stage = placeOf(question)
      if (stageOf(form) !== stage) goTo(stage, question.number)
      document.getElementById(question.firstInput)?.focus()
    },
    goOn(question) {
      const stage = placeOf(question)
      if (stageOf(form) === stage) enterStage(form, question.number)
      else goTo(stage, question.number)
    },
    begin() {
      markPlace()
      addEventListener('popstate', turnedBack)
    },
    stop: () => removeEventListener('popstate', turnedBack),
  }
}
