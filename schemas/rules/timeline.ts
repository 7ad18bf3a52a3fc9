import type { ValidationError } from 'sanity'
import { clockTime } from '../preview.ts'

/** A chapter or passage while an editor is still writing. */
export interface DraftMoment {
  readonly _key?: string
  readonly startSeconds?: number
}

/**
 * Checks that moments of a video follow each other and lie within it.
 *
 * @param moments - chapters or transcript passages in the order of the list
 * @param durationSeconds - the video's length in seconds, if known
 * @returns `true`, or one error at each start that is out of place
 */
export function momentsFollow(
  moments: readonly DraftMoment[] | undefined,
  durationSeconds: number | undefined,
): true | ValidationError[] {
  const errors: ValidationError[] = []
  let previous = -1
  for (const { _key, startSeconds } of moments ?? []) {
    if (startSeconds === undefined) continue
    const path = _key === undefined ? [] : [{ _key }, 'startSeconds']
    if (startSeconds <= previous) {
      errors.push({
        message: `Starts at ${clockTime(startSeconds)}, not after the one before it (${clockTime(previous)}). Correct the time or move it up.`,
        path,
      })
    }
    if (durationSeconds !== undefined && startSeconds >= durationSeconds) {
      errors.push({
        message: `Starts at ${clockTime(startSeconds)}, but the video ends at ${clockTime(durationSeconds)}. Correct the time or the video's length.`,
        path,
      })
    }
    previous = Math.max(previous, startSeconds)
  }
  return errors.length === 0 ? true : errors
}
