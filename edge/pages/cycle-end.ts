import { isAcceptanceOver, isCycleOver, type PackFacts } from '../../core/index.ts'
import { formatDay } from './dates.ts'

/** That the cycle is over, in a sentence. */
export function cycleOverSentence({ cycle }: PackFacts): string {
  return `${cycle.title} is over: it ended on ${formatDay(cycle.endsOn)}.`
}

/**
 * What a member can still do for their points once the pack's own advice is out of date: when the last day for accepting
 * has passed, or the cycle. It promises nothing that the content does not say.
 *
 * @param now milliseconds of the Unix epoch.
 * @returns undefined as long as the advice holds.
 */
export function stillToDo(facts: PackFacts, now: number): string | undefined {
  const { cycle, scheme, window, contactEmail } = facts
  const cycleOver = isCycleOver(cycle, now, window.timeZone)
  if (scheme.recording === 'registrant-uploads') {
    return cycleOver
      ? `If you have not recorded a point yet, ask the ${scheme.regulator} whether you still can.`
      : undefined
  }
  const lastDay = cycle.acceptBy === undefined ? undefined : formatDay(cycle.acceptBy)
  if (isAcceptanceOver(cycle.acceptBy, now, window.timeZone)) {
    return `The last day for accepting points was ${lastDay}. If you have accepted a point on MyGOC, you can still say so under Points in My CET; if one never came, write to us at ${contactEmail}.`
  }
  if (!cycleOver) return undefined
  const accept =
    lastDay === undefined
      ? 'Sign in to MyGOC and accept what still waits there.'
      : `Until the end of ${lastDay} you can still sign in to MyGOC and accept what waits there.`
  return `${accept} A point that you do not accept does not count.`
}
