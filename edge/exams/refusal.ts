import { zoneInWords } from '../../core/index.ts'
import { formatDay } from '../pages/dates.ts'
import type { Standing } from '../records/attempts.ts'

/** Why a member cannot sit an exam now, for the exam page and for the API alike. */
export type Refusal = {
  readonly code:
    | 'submission/not-open-yet'
    | 'submission/closed'
    | 'submission/already-passed'
    | 'submission/no-attempts-left'
  readonly detail: string
  /** Where to go on. */
  readonly link: string
}

/** Whether the member will not send the exam any more; one that opens later is not over. */
export function isOver({ code }: Refusal): boolean {
  return code !== 'submission/not-open-yet'
}

/** The path of an attempt's result page. */
export function resultPath(attempt: string): string {
  return `/my-cet/attempts/${attempt}/`
}

/**
 * Decides whether a member may submit an exam.
 *
 * @param now milliseconds of the Unix epoch, by the server's clock.
 * @returns undefined when they may.
 */
export function refusalOf(standing: Standing, now: number): Refusal | undefined {
  if (standing.passedAttempt !== undefined) {
    return {
      code: 'submission/already-passed',
      detail: 'You have passed this exam before, and need not sit it again.',
      link: resultPath(standing.passedAttempt),
    }
  }
  if (now < standing.opensAt) {
    return {
      code: 'submission/not-open-yet',
      detail: `The exam opens on ${formatDay(standing.opensOn)}.`,
      link: '/cet/active/',
    }
  }
  if (now >= standing.closesAt) {
    return {
      code: 'submission/closed',
      detail: `The exam closed at the end of ${formatDay(standing.closesOn)} (${zoneInWords(standing.timeZone)}).`,
      link: '/my-cet/',
    }
  }
  if (standing.attempts >= standing.maxAttempts) {
    return {
      code: 'submission/no-attempts-left',
      detail: `You have used ${standing.maxAttempts === 1 ? 'your one attempt' : `all ${standing.maxAttempts} attempts`} at this exam.`,
      link: '/my-cet/',
    }
  }
  return undefined
}
