import type { Answers } from './exam-form.ts'

/** An attempt in the making: its ID, and what was last definitely refused under it. */
export type Attempt = { readonly id: string; readonly refused?: string }

/**
 * The attempt under which answers are sent. A repeat after a lost reply keeps its ID, so that the Worker recognises it
 * and an attempt is counted once; other answers after a definite refusal are another attempt.
 *
 * @param makeId makes a UUID.
 */
export function attemptFor(attempt: Attempt, answers: Answers, makeId: () => string): Attempt {
  if (attempt.refused === undefined || attempt.refused === JSON.stringify(answers)) return attempt
  return { id: makeId() }
}

/** Remembers that these answers were definitely refused. */
export function refusedWith(attempt: Attempt, answers: Answers): Attempt {
  return { id: attempt.id, refused: JSON.stringify(answers) }
}
