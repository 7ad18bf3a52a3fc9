import { deviceOf } from './device.ts'
import type { Draft, Pending } from './draft.ts'
import {
  answersOf,
  canSend,
  clearAnswers,
  closeForm,
  factsOf,
  isOver,
  markFaults,
  putAnswers,
  type Question,
  questionsOf,
} from './exam-form.ts'
import { beginKeeping } from './keeping.ts'
import { followOtherTabs } from './other-tabs.ts'
import { isUnderWay, openOutbox, type Sending } from './outbox.ts'
import { restoreDraft } from './restore.ts'
import { serverTime } from './server-time.ts'
import type { Show } from './shown.ts'
import { openSteps, type Steps } from './steps.ts'

/** What a member can do beside the form. */
export type Sitting = Pick<Steps, 'openQuestion' | 'goOn'> & {
  clear(): void
  undo(): void
  sendNow(): void
  cancelSending(): void
  /** Loads the page again with the answers in place, whether the device keeps any or not. */
  loadAgain(): void
  stop(): void
}

/**
 * Begins a sitting on an exam’s form: keeps answers on the device as they are made, walks through the questions, and
 * sends. Whatever a member has answered is lost to no reload, crash, lost connection or ended session.
 */
export function beginSitting(form: HTMLFormElement, show: Show): Sitting {
  const facts = factsOf(form)
  const device = deviceOf(facts)
  const time = serverTime({ now: form.dataset['now'], zone: form.dataset['zone'] }, () => performance.now())
  const open = canSend(form)
  let over = isOver(form)
  // Of this page’s attempt: what the device keeps then is the word that it was sent.
  let sent = false
  let cleared: Draft['answers'] = []
  let kept: boolean | undefined
  let missing: readonly Question[] = []
  let round = 0
  let sending: Sending | undefined
  /** Whether this page is on its way to another with the answers, or with their result. */
  let left = false

  const steps = openSteps(
    form,
    device,
    (stage) => {
      if (stage === 'review') setMissing([])
      // The place alone is no loss where it cannot be kept.
      if (answersOf(form).length > 0) keeping.write()
    },
    // An exam that is over shows all that it has, and one that is being sent stays as it is.
    () => over || !open || isUnderWay(sending),
  )
  const keeping = beginKeeping(form, facts, device, steps, time.now)
  const outbox = openOutbox(
    form.action,
    device,
    (now) => {
      sending = now
      form.inert = isUnderWay(now)
      if (now !== undefined && navigator.onLine) markSent()
      if (now?.kind === 'refused' && now.over) endForGood()
      show({ sending, round })
    },
    ({ attempt }, resultPath) => {
      device.finish({ attempt, sent: resultPath })
      leaveFor(resultPath)
    },
    () => otherTabs.takenBack(),
  )

  const leaveFor = (path: string) => {
    left = true
    location.assign(path)
  }
  /** Nothing can be sent any more: what was chosen is shown, and what invites to send it goes. */
  const endForGood = () => {
    over = true
    steps.open('all')
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
  const keep = () => {
    if (sent || over) return
    count()
    kept = keeping.keep()
    show({ kept })
  }
  const markSent = () => {
    if (!keeping.markSent()) return
    if (!over) keeping.write()
    steps.refresh()
  }
  /** What was refused for now is not to be sent by itself any more once it has been changed. */
  const takeBack = () => {
    if (sending?.kind === 'refused' && device.pending() !== undefined) device.dropPending()
  }
  const setMissing = (questions: readonly Question[]) => {
    missing = questions
    markFaults(form, new Map(questions.map(({ key, message }) => [key, message])))
    show({ missing })
  }
  /** A message at a question goes as soon as it is answered; the summary stays, or the page would jump. */
  const markMissing = () => {
    const unanswered = new Set(questionsOf(form).flatMap(({ key, answered }) => (answered ? [] : [key])))
    markFaults(
      form,
      new Map(missing.filter(({ key }) => unanswered.has(key)).map(({ key, message }) => [key, message])),
    )
  }
  const tellSent = (text: string, result: string) => {
    if (outbox.release()) return leaveFor(result)
    sent = true
    endForGood()
    show({ message: { text, result } })
  }
  /** Answers of another version have not all a place here, and those that stand here have not all a place there. */
  const fits = ({ version }: Pending) => version === facts.version
  /** Shows what waits to be sent, from wherever it was pressed, and sends it: each tab sees its reply, and it counts once. */
  const goOnSending = (waiting: Pending) => {
    putAnswers(form, waiting.answers, fits(waiting))
    count()
    if (open) steps.open('review')
    outbox.take(waiting)
  }

  const otherTabs = followOtherTabs(device, facts, {
    isUnderWay: () => isUnderWay(sending),
    isClosed: () => sent || over,
    tellSent,
    leaveFor,
    goOnSending,
    follow(draft, text) {
      if (draft !== undefined && fits(draft)) keeping.goOnFrom(draft)
      if (draft === undefined || fits(draft)) putAnswers(form, draft?.answers ?? [], true)
      markMissing()
      count()
      steps.refresh()
      // What was cleared here can still be brought back.
      show({ message: { text, ...(cleared.length > 0 ? { offer: 'undo' } : {}) } })
    },
    forgotten() {
      keep()
      show({
        message: {
          text: 'Sending was stopped, because what this device kept was deleted. Your answers are still on this page.',
        },
      })
    },
    keepOwn() {
      if (answersOf(form).length > 0) keep()
    },
    pendingChanged: outbox.lookAgain,
  })

  const press = (event: SubmitEvent) => {
    event.preventDefault()
    if (sent) return
    const { submitter } = event
    if (submitter instanceof HTMLButtonElement && submitter.name === 'show') return steps.press(submitter)
    round += 1
    const unanswered = questionsOf(form).filter(({ answered }) => !answered)
    form.querySelector('[data-slot="error-summary"]')?.setAttribute('hidden', '')
    setMissing(unanswered)
    show(cleared.length > 0 ? { round } : { round, message: undefined })
    if (unanswered.length > 0) return
    const { attempt, version } = facts
    outbox.take({ attempt, version, answers: answersOf(form), unsure: keeping.unsure() })
  }
  const chosen = ({ target }: Event) => {
    if (target instanceof Node) keeping.touch(target)
    takeBack()
    markMissing()
    keep()
  }
  const leaving = (event: BeforeUnloadEvent) => {
    const isLost = kept === false || (isUnderWay(sending) && !sending.kept)
    if (isLost && !left && answersOf(form).length > 0) event.preventDefault()
  }

  const begin = () => {
    if (over) closeForm(form)
    const before = device.sent()
    if (before?.attempt === facts.attempt) {
      // A copy of the page from before, or the way back to it: what is ticked in it now is not what was sent.
      clearAnswers(form)
      return tellSent('Your answers were sent already.', before.sent)
    }
    const { found, message, early } = restoreDraft(
      form,
      facts,
      device,
      steps,
      keeping,
      { open, over },
      time.said,
    )
    const waiting = device.pending()
    // What waits to be sent may have been recorded already: its reply tells.
    if (waiting === undefined && found) show({ message, kept: over ? undefined : true })
    if (waiting === undefined && open && early) keep()
    count()
    if (waiting !== undefined) goOnSending(waiting)
  }
  begin()
  steps.begin()
  form.addEventListener('change', chosen)
  form.addEventListener('submit', press)
  addEventListener('beforeunload', leaving)

  return {
    clear() {
      cleared = answersOf(form)
      clearAnswers(form)
      takeBack()
      setMissing([])
      device.clear()
      steps.refresh()
      count()
      kept = undefined
      show({ kept, message: { text: 'Your answers were cleared.', offer: 'undo', answers: true } })
    },
    undo() {
      // What was answered since stays.
      putAnswers(form, cleared)
      cleared = []
      setMissing([])
      steps.refresh()
      keep()
      show({ message: { text: 'Your answers are back.', answers: true } })
    },
    openQuestion: steps.openQuestion,
    goOn: steps.goOn,
    sendNow: outbox.sendNow,
    cancelSending() {
      outbox.cancel()
      // Another tab may have taken the draft away meanwhile.
      if (!over) keeping.write()
      const text = `Sending was cancelled${over ? '' : ', and you can go on'}.${keeping.unsure() ? ' Should your answers have arrived before, they count.' : ''}`
      show({ message: { text, answers: true } })
    },
    loadAgain() {
      left = true
      form.action = facts.path
      form.submit()
    },
    stop() {
      form.removeEventListener('change', chosen)
      form.removeEventListener('submit', press)
      removeEventListener('beforeunload', leaving)
      steps.stop()
      otherTabs.stop()
      outbox.stop()
    },
  }
}
