import type { Accepted } from '../../core/index.ts'
import { formatInstant } from '../pages/dates.ts'
import type { Standing } from '../records/attempts.ts'
import { refusalOf } from './refusal.ts'

/**
 * What to say when answers arrive for an attempt that was recorded with others: from a second tab or device, or by a
 * member who changed them after a reply was lost. Which of these it was cannot be told from here.
 *
 * @param now milliseconds of the Unix epoch, by the server's clock.
 */
export function reusedAttempt(
  earlier: Accepted,
  standing: Standing,
  now: number,
): { readonly detail: string; readonly remedy: string } {
  const { result } = earlier
  if (result.exam !== standing.exam) {
    return {
      detail: 'An attempt with this ID is recorded for another exam.',
      remedy: 'Open the exam page again and send your answers from there. No attempt has been used.',
    }
  }
  const received = formatInstant(Date.parse(result.submittedAt), standing.timeZone)
  return {
    detail: `Attempt ${result.attemptNumber} was recorded on ${received} with other answers, sent earlier from here or from another tab or device. Those answers counted. The answers here did not count, and they have not used an attempt.`,
    remedy: whatNow(standing, now),
  }
}

function whatNow(standing: Standing, now: number): string {
  const refusal = refusalOf(standing, now)
  if (refusal?.code === 'submission/already-passed') return 'You have passed the exam: nothing is left to do.'
  if (refusal !== undefined) return refusal.detail
  const left = standing.maxAttempts - standing.attempts
  return `You have ${left} ${left === 1 ? 'attempt' : 'attempts'} left. To use the next one, open the exam page again, look over your answers and send them.`
}
