import { delayBefore } from './backoff.ts'
import type { Device } from './device.ts'
import type { Pending } from './draft.ts'
import { type Refused, sendAnswers } from './send.ts'

/** How far a submission has come. `kept`: whether it survives this page; `unsure`: whether it may have arrived unheard. */
export type Sending =
  | { readonly kind: 'sending'; readonly kept: boolean }
  | {
      readonly kind: 'waiting'
      readonly kept: boolean
      readonly offline: boolean
      readonly what: string
      readonly unsure: boolean
    }
  | { readonly kind: 'signed-out'; readonly kept: boolean; readonly unsure: boolean }
  | Refused

/** Of a submission that has not ended yet. */
export type UnderWay = Exclude<Sending, Refused>

/** Whether answers are being sent, or wait for that: until it ends nothing else can be done with them. */
export function isUnderWay(sending: Sending | undefined): sending is UnderWay {
  return sending !== undefined && sending.kind !== 'refused'
}

/** Sends one submission, however long that takes. */
export type Outbox = {
  /**
   * Takes a submission, keeps it on the device and begins to send it.
   */
  take(pending: Pending): void
  /** Tries now instead of later. */
  sendNow(): void
  /** Gives the submission back to its writer; whether it had arrived is not known. */
  cancel(): void
  /** Lets go of it because another tab has finished it; tells whether there was one. */
  release(): boolean
  /** Lets go of one that waits if another tab has taken it back; one on its way is looked at again when it ends. */
  lookAgain(): void
  stop(): void
}

/** Refusals after which the same submission may still be sent: by the right member, once they are signed in again. */
const notForGood = new Set(['submission/foreign-attempt', 'session/not-entitled'])

/**
 * Opens the outbox of a page. It sends again when the connection comes back, when somebody looks at the page again, and
 * after a while by itself; the Worker counts one attempt however often that is.
 *
 * @param changed is told how far it has come; undefined when nothing is to be sent.
 * @param recorded is told where the result is.
 * @param takenBack is told that another tab has ended the sending.
 */
export function openOutbox(
  action: string,
  device: Device,
  changed: (sending: Sending | undefined) => void,
  recorded: (pending: Pending, resultPath: string) => void,
  takenBack: () => void,
): Outbox {
  let pending: Pending | undefined
  let kept = false
  // For good: what may have arrived once may have arrived whatever happens after.
  let unsure = false
  let tries = 0
  let ending: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const isOnDevice = (submission: Pending) => isSame(device.pending(), submission)
  // What the device keeps is the word between tabs: one that cancels, or sends other answers, changes it. Asked before
  // every try, because a tab that slept has heard of nothing.
  const isTakenBack = () => {
    if (pending === undefined || !kept || isOnDevice(pending)) return false
    letGo()
    takenBack()
    return true
  }
  const deliver = async () => {
    const submission = pending
    if (submission === undefined || ending !== undefined || isTakenBack()) return
    clearTimeout(timer)
    const own = new AbortController()
    ending = own
    // Before it goes: a page that ends meanwhile cannot say any more that it went.
    if (navigator.onLine) kept = device.keepPending({ ...submission, unsure: true })
    if (tries === 0) changed({ kind: 'sending', kept })
    const outcome = await sendAnswers(action, submission, own)
    if (ending === own) ending = undefined
    // Cancelled meanwhile: what is pending now, if anything, is another submission.
    if (pending !== submission) return
    if (outcome.kind === 'recorded') {
      pending = undefined
      recorded(submission, outcome.resultPath)
    } else if (outcome.kind === 'signed-out') {
      if (!isTakenBack()) changed({ kind: 'signed-out', kept, unsure })
    } else if (outcome.kind === 'refused') {
      if (!notForGood.has(outcome.code) && isOnDevice(submission)) device.dropPending()
      pending = undefined
      // The others are the Worker’s word on this attempt, which it would know if it had been recorded.
      changed({ ...outcome, unsure: unsure && notForGood.has(outcome.code) })
    } else if (!isTakenBack()) {
      tries += 1
      unsure ||= outcome.unsure
      changed({ kind: 'waiting', kept, offline: !navigator.onLine, what: outcome.what, unsure })
      timer = setTimeout(deliver, delayBefore(tries, outcome.after, Math.random()))
    }
  }
  const letGo = () => {
    pending = undefined
    unsure ||= ending !== undefined && navigator.onLine
    clearTimeout(timer)
    ending?.abort()
    ending = undefined
    changed(undefined)
  }
  const seen = () => {
    if (document.visibilityState === 'visible') void deliver()
  }
  const tryNow = () => {
    tries = 0
    // One that is on its way already answers the press.
    if (ending === undefined) void deliver()
    else changed({ kind: 'sending', kept })
  }
  addEventListener('online', tryNow)
  addEventListener('focus', seen)
  addEventListener('pageshow', seen)
  document.addEventListener('visibilitychange', seen)
  return {
    take(submission) {
      // Pressed twice.
      if (pending !== undefined) return
      unsure ||= submission.unsure === true
      pending = submission
      kept = device.keepPending(submission)
      tries = 0
      void deliver()
    },
    sendNow: tryNow,
    cancel() {
      device.dropPending()
      letGo()
    },
    release() {
      const had = pending !== undefined
      letGo()
      return had
    },
    lookAgain() {
      if (ending === undefined) isTakenBack()
    },
    stop() {
      pending = undefined
      clearTimeout(timer)
      ending?.abort()
      removeEventListener('online', tryNow)
      removeEventListener('focus', seen)
      removeEventListener('pageshow', seen)
      document.removeEventListener('visibilitychange', seen)
    },
  }
}

/** Whether two submissions are one, whatever has become of it. */
function isSame(one: Pending | undefined, other: Pending): boolean {
  const text = (of: Pending | undefined) => JSON.stringify([of?.attempt, of?.version, of?.answers])
  return text(one) === text(other)
}
