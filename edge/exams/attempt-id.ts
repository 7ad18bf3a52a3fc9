import { sha256 } from '../http/digest.ts'
import { RequestError } from '../http/problem.ts'

/**
 * The ID of a member's attempt at an exam. It follows from what the attempt is, so every tab, device and reload of the
 * page sends the same one, and the attempt is recognised wherever it is sent from (see decision 0008).
 *
 * @param number the attempt's number, counted from 1.
 * @returns a UUID of version 8 (RFC 9562: its bits are the maker's own), in lower case.
 */
export async function attemptId(member: string, exam: string, number: number): Promise<string> {
  const hex = await sha256(JSON.stringify(['attempt', member, exam, number]))
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

/**
 * Whether an attempt ID can have been filled in for this member and exam. One that a client made up itself can; one that
 * was made by the rule must be of an attempt up to the next, or the page was somebody else's: two people can use one
 * browser, and what the first one kept there must never count for the second.
 *
 * @param attempts how many attempts are recorded.
 */
export async function isOwnAttempt(
  id: string,
  member: string,
  exam: string,
  attempts: number,
): Promise<boolean> {
  if (id.charAt(14) !== '8') return true
  const own = await Promise.all(
    Array.from({ length: attempts + 1 }, (_, index) => attemptId(member, exam, index + 1)),
  )
  return own.includes(id)
}

/**
 * Lets answers pass only when their page can have been this member's ({@link isOwnAttempt}). Whatever takes up an exam's
 * form must ask before it answers: the page that it answers with carries the member's own attempt, and nobody could tell
 * any more whose answers are in it.
 *
 * @throws RequestError submission/foreign-attempt
 */
export async function requireOwnAttempt(
  id: string,
  member: string,
  exam: string,
  attempts: number,
): Promise<void> {
  if (await isOwnAttempt(id, member, exam, attempts)) return
  throw new RequestError(
    'submission/foreign-attempt',
    'The page that this came from was opened by somebody else, or for another exam.',
  )
}
