/** Shorter than this a beginning is not worth going back to, and a rest not worth coming back for, in seconds. */
const least = 10

/**
 * The place at which somebody may go on later.
 *
 * @param at where the video stands, in seconds.
 * @param duration of the video, in seconds; not a number before the browser knows it.
 * @returns whole seconds; undefined at the beginning and at the end, where there is nothing to go on with.
 */
export function placeToKeep(at: number, duration: number): number | undefined {
  if (!Number.isFinite(duration) || at < least || at > duration - least) return undefined
  return Math.floor(at)
}

/** A place as it was kept; undefined for anything that does not lie within the video. */
export function readPlace(stored: string | null, duration: number): number | undefined {
  return stored !== null && /^\d{1,6}$/.test(stored) ? placeToKeep(Number(stored), duration) : undefined
}

/** Whether a video that stands here has been watched to its end, so that its place may be forgotten. */
export function isFinished(at: number, duration: number): boolean {
  return at > duration - least
}
