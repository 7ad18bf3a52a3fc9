import { type PackFacts, type Window, windowState } from '../../core/index.ts'
import { type Refusal, refusalOf, resultPath } from '../exams/refusal.ts'
import type { Standing } from '../records/attempts.ts'

/** Where an item of the listing leads on to, and the words of that link. */
export type ExamLink = { readonly words: string; readonly href: string }

const words: Readonly<Record<Exclude<Refusal['code'], 'submission/already-passed'>, string>> = {
  'submission/not-open-yet': 'Look at the exam (not open yet)',
  'submission/closed': 'Look at the exam (closed)',
  'submission/no-attempts-left': 'Look at the exam (no attempts left)',
}

/**
 * The link to an item's exam, in words that promise no more than its page keeps.
 *
 * @param standing undefined for strangers, and for an exam that has not been released: then the pack's window decides.
 * @param now milliseconds of the Unix epoch, by the server's clock.
 */
export function examLink(
  item: Pick<PackFacts['items'][number], 'path'>,
  standing: Standing | undefined,
  window: Window,
  now: number,
): ExamLink {
  if (standing?.passedAttempt !== undefined) {
    return { words: 'See your result', href: resultPath(standing.passedAttempt) }
  }
  const code = standing === undefined ? refusedBy(window, now) : refusalOf(standing, now)?.code
  return {
    words: code === undefined || code === 'submission/already-passed' ? 'Go to the exam' : words[code],
    href: `${item.path}exam/`,
  }
}

function refusedBy(window: Window, now: number): keyof typeof words | undefined {
  switch (windowState(window, now)) {
    case 'before':
      return 'submission/not-open-yet'
    case 'after':
      return 'submission/closed'
    case 'open':
      return undefined
  }
}
