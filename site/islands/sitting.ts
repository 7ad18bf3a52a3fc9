import { deviceOf } from './device.ts'
import { type Draft, hasNewer, type Pending } from './draft.ts'
import {
  answersOf,
  canSend,
  clearAnswers,
  closeForm,
  factsOf,
  fieldsets,
  isOver,
  markFaults,
  putAnswers,
  type Question,
  questionsOf,
} from './exam-form.ts'
import { asStage, enterStage, type Stage, showStage, stageOf, type View } from './exam-stage.ts'
import { openOutbox, type Sending } from './outbox.ts'
import { restoredWords } from './restored-words.ts'
import { serverTime } from './server-time.ts'

/** Something that has happened to the answers, in a sentence. */
export type Message = {
  readonly text: string
  /** Whether it answers a press of a button, and takes the focus for that. */
  readonly answers?: boolean
  /** What can be done about it. */
  readonly offer?: 'clear' | 'undo'
  /** Where the result is. */
  readonly result?: string
  /** The question that was answered last, where the page does not begin with it. */
  readonly stopped?: Question
}

/** What a sitting shows beside its form. */
export type Shown = {
  readonly answered: number
  readonly total: number
  /** Whether the answers are kept on this device; undefined before there is anything to keep. */
  readonly kept: boolean | undefined
  readonly message: Message | undefined
  readonly missing: readonly Question[]
  /** Counts presses of the button: what answers one is a new element, which takes the focus again. */
  readonly round: number
  readonly sending: Sending | undefined
}

/** What a member can do beside the form. */
export type Sitting = {
  clear(): void
  undo(): void
  /** Leads to a question, and to its first input. */
  open(question: Question): void
  /** Leads to the beginning of a question, to read on from there. */
  goOn(question: Question): void
  sendNow(): void
  cancelSending(): void
  /** Loads the page again with the answers in place, whether the device keeps any or not. */
  loadAgain(): void
  stop(): void
}

/**
 * Begins a sitting on an exam’s form: keeps answers on the device as they are made, walks through the questions, and
 * sends. Whatever a member has answered is lost to no reload, crash, lost connection or ended session.
 *
 * @param show is told of every change of what is shown.
 */
export function beginSitting(form: HTMLFormElement, show: (change: Partial<Shown>) => void): Sitting {
  const facts = factsOf(form)
  const device = deviceOf(facts)
  const time = serverTime({ now: form.dataset['now'], zone: form.dataset['zone'] }, () => performance.now())
  const open = canSend(form)
  let over = isOver(form)
  // Of this page’s attempt: what the device keeps then is the word that it was sent.
  let sent = false
  let view: View = stageOf(form) === 'all' ? 'all' : 'one'
  let cleared: Draft['answers'] = []
  /** When an answer was changed last. */
  let at = time.now()
  let kept: boolean | undefined
  let missing: readonly Question[] = []
  let round = 0
  let touched = 0
  let sending: Sending | undefined
  /** Whether this attempt may have arrived without a word coming back. */
  let unsure = false
  /** Whether this page is on its way to another with the answers, or with their result. */
  let left = false

  const outbox = openOutbox(
    form.action,
    device,
    (now) => {
      sending = now
      form.inert = isUnderWay()
      if (now !== undefined && navigator.onLine) markSent()
      if (now?.kind === 'refused' && now.over) endForGood()
      show({ sending, round })
    },
    ({ attempt }, resultPath) => {
      device.finish({ attempt, sent: resultPath })
      leaveFor(resultPath)
    },
    () => {
      const done = device.sent()
      if (done?.attempt === facts.attempt) return leaveFor(done.sent)
      const next = device.pending()
      if (next !== undefined) return goOnSending(next)
      follow(device.draft(), 'Sending was cancelled in another tab.')
    },
  )

  const isUnderWay = () => sending !== undefined && sending.kind !== 'refused'
  const leaveFor = (path: string) => {
    left = true
    location.assign(path)
  }
  /** Nothing can be sent any more: what was chosen is shown, and what invites to send it goes. */
  const endForGood = () => {
    over = true
    showStage(form, 'all', view)
    setMissing([])
    closeForm(form)
    for (const part of ['[data-part="until"]', '[data-slot="attempt-note"]'])
      document.querySelector(part)?.remove()
    kept = undefined
    show({ answered: 0, total: 0, kept, message: undefined })
  }
  const count = () => {
    // Progress towards nothing.
    if (over) return
    const questions = questionsOf(form)
    show({ answered: questions.filter(({ answered }) => answered).length, total: questions.length })
  }
  const write = () => {
    const { attempt, version } = facts
    const answers = answersOf(form)
    return device.keepDraft({ attempt, version, answers, view, stage: stageOf(form), touched, at, unsure })
  }
  const keep = () => {
    if (sent || over) return
    count()
    at = time.now()
    kept = facts.member === '' ? undefined : write()
    show({ kept })
  }
  /** From now on nothing says that the attempt was not sent. */
  const markSent = () => {
    if (unsure) return
    unsure = true
    form.dataset['tried'] = ''
    if (!over) write()
    if (stageOf(form) === 'review') showStage(form, 'review', view)
  }
  /** What was refused for now is not to be sent by itself any more once it has been changed. */
  const takeBack = () => {
    if (sending?.kind === 'refused' && device.pending() !== undefined) device.dropPending()
  }
  const turnTo = (stage: Stage, question?: number) => {
    showStage(form, stage, view)
    if (stage === 'review') setMissing([])
    enterStage(form, question)
    // The place alone is no loss where it cannot be kept.
    if (answersOf(form).length > 0) write()
  }
  const goTo = (stage: Stage, question?: number) => {
    history.pushState({ stage, view }, '')
    turnTo(stage, question)
  }
  const setMissing = (questions: readonly Question[]) => {
    missing = questions
    markFaults(form, new Map(questions.map(({ key, message }) => [key, message])))
    show({ missing })
  }

  const restore = () => {
    const before = device.sent()
    if (before?.attempt === facts.attempt) {
      // A copy of the page from before, or the way back to it: what is ticked in it now is not what was sent.
      clearAnswers(form)
      return tellSent('Your answers were sent already.', before.sent)
    }
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
    if (open && stageOf(form) === 'all' && !answered && !among) {
      view = draft?.view ?? asked ?? 'all'
      const stage = same ? draft.stage : 'all'
      if (view === 'one') showStage(form, stage === 'all' ? 1 : stage, view)
      else if (stage === 'review') showStage(form, stage, view)
    }
    if (same) touched = draft.touched
    if (draft !== undefined) at = draft.at
    if (draft?.attempt === facts.attempt && draft.unsure === true) {
      unsure = true
      form.dataset['tried'] = ''
      if (stageOf(form) === 'review') showStage(form, 'review', view)
    }
    const stopped =
      touched > 1 && stageOf(form) === 'all' && !over ? questionsOf(form)[touched - 1] : undefined
    // What waits to be sent may have been recorded already: its reply tells.
    const said = device.pending() === undefined
    if (draft !== undefined && draft.answers.length > 0 && said) {
      const text = restoredWords(draft, facts, lost, time.said(draft.at), over)
      show({
        message: { text, offer: 'clear', ...(stopped === undefined ? {} : { stopped }) },
        kept: over ? undefined : true,
      })
    }
    if (open && early && device.pending() === undefined) keep()
  }
  const tellSent = (text: string, result: string) => {
    if (outbox.release()) return leaveFor(result)
    sent = true
    endForGood()
    show({ message: { text, result } })
  }
  /** Shows what waits to be sent, from wherever it was pressed, and sends it: each tab sees its reply, and it counts once. */
  const goOnSending = (waiting: Pending) => {
    putAnswers(form, waiting.answers, true)
    count()
    if (open) showStage(form, 'review', view)
    outbox.take(waiting)
  }

  /** Shows what another tab has made of the answers; what was cleared here can still be brought back. */
  const follow = (draft: Draft | undefined, text: string) => {
    if (draft !== undefined) ({ at, touched } = draft)
    putAnswers(form, draft?.answers ?? [], true)
    count()
    if (stageOf(form) === 'review') showStage(form, 'review', view)
    show({ message: { text, ...(cleared.length > 0 ? { offer: 'undo' } : {}) } })
  }

  const press = (event: SubmitEvent) => {
    event.preventDefault()
    if (sent) return
    const { submitter } = event
    if (submitter instanceof HTMLButtonElement && submitter.name === 'show') {
      const stage = asStage(submitter.value)
      if (submitter.dataset['step'] === 'switch') {
        view = stage === 'all' ? 'all' : 'one'
        device.keepView(view)
      }
      return goTo(
        stage,
        submitter.dataset['goto'] === undefined ? undefined : Number(submitter.dataset['goto']),
      )
    }
    round += 1
    const unanswered = questionsOf(form).filter(({ answered }) => !answered)
    form.querySelector('[data-slot="error-summary"]')?.setAttribute('hidden', '')
    setMissing(unanswered)
    show(cleared.length > 0 ? { round } : { round, message: undefined })
    if (unanswered.length > 0) return
    const { attempt, version } = facts
    outbox.take({ attempt, version, answers: answersOf(form), unsure })
  }
  const chosen = ({ target }: Event) => {
    if (target instanceof Node) touched = fieldsets(form).findIndex((each) => each.contains(target)) + 1
    takeBack()
    // A message at a question goes as soon as it is answered; the summary stays, or the page would jump.
    const open = new Set(questionsOf(form).flatMap(({ key, answered }) => (answered ? [] : [key])))
    markFaults(
      form,
      new Map(missing.filter(({ key }) => open.has(key)).map(({ key, message }) => [key, message])),
    )
    keep()
  }
  const turnedBack = ({ state }: PopStateEvent) => {
    // A link within the page moves the focus alone; where it was followed is the way back to the stage of that moment.
    if (state?.stage === undefined) return history.replaceState({ stage: stageOf(form), view }, '')
    // An exam that is over shows all that it has, and one that is being sent stays as it is.
    if (over || !open || isUnderWay()) return
    view = state.view === 'one' ? 'one' : 'all'
    turnTo(asStage(state.stage))
  }
  const leaving = (event: BeforeUnloadEvent) => {
    const isLost = kept === false || (sending !== undefined && sending.kind !== 'refused' && !sending.kept)
    if (isLost && !left && answersOf(form).length > 0) event.preventDefault()
  }

  if (over) closeForm(form)
  count()
  const unwatch = device.watch((change) => {
    if (change.kind === 'sent') {
      if (change.sent.attempt === facts.attempt) {
        return tellSent('Your answers were sent from another tab.', change.sent.sent)
      }
      // An attempt before this one: the answers to this one have lost their place on the device.
      return answersOf(form).length > 0 ? keep() : undefined
    }
    if (isUnderWay()) return change.kind === 'pending' ? outbox.lookAgain() : undefined
    if (sent || over) return
    if (change.kind === 'pending') {
      const waiting = device.pending()
      return waiting === undefined ? undefined : goOnSending(waiting)
    }
    if (change.kind === 'cleared') return follow(undefined, 'Your answers were cleared in another tab.')
    follow(change.draft, 'You have this exam open in another tab too; both show the same answers.')
  })
  restore()
  count()
  history.replaceState({ stage: stageOf(form), view }, '')
  const waiting = sent ? undefined : device.pending()
  if (waiting !== undefined) goOnSending(waiting)
  form.addEventListener('change', chosen)
  form.addEventListener('submit', press)
  addEventListener('popstate', turnedBack)
  addEventListener('beforeunload', leaving)

  return {
    clear() {
      cleared = answersOf(form)
      clearAnswers(form)
      takeBack()
      setMissing([])
      device.clear()
      if (stageOf(form) === 'review') showStage(form, 'review', view)
      count()
      kept = undefined
      show({ kept, message: { text: 'Your answers were cleared.', offer: 'undo', answers: true } })
    },
    undo() {
      // What was answered since stays.
      putAnswers(form, cleared)
      cleared = []
      if (stageOf(form) === 'review') showStage(form, 'review', view)
      keep()
      show({ message: { text: 'Your answers are back.', answers: true } })
    },
    open({ number, firstInput }) {
      const stage: Stage = view === 'one' ? number : 'all'
      if (stageOf(form) !== stage) goTo(stage, number)
      document.getElementById(firstInput)?.focus()
    },
    goOn({ number }) {
      const stage: Stage = view === 'one' ? number : 'all'
      if (stageOf(form) === stage) enterStage(form, number)
      else goTo(stage, number)
    },
    sendNow: outbox.sendNow,
    cancelSending() {
      outbox.cancel()
      // Another tab may have taken the draft away meanwhile.
      if (!over) write()
      const text = `Sending was cancelled${over ? '' : ', and you can go on'}. Should your answers have arrived before, they count.`
      show({ message: { text, answers: over } })
      if (!over) enterStage(form, undefined)
    },
    loadAgain() {
      left = true
      form.action = facts.path
      form.submit()
    },
    stop() {
      form.removeEventListener('change', chosen)
      form.removeEventListener('submit', press)
      removeEventListener('popstate', turnedBack)
      removeEventListener('beforeunload', leaving)
      unwatch()
      outbox.stop()
    },
  }
}
