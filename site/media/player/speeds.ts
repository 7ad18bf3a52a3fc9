/** Speeds that a viewer may choose, as multiples of normal. */
export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2] as const

/** The next speed of the list in a direction; the same at its ends. A speed outside the list counts as its neighbour. */
export function nextSpeed(now: number, step: 1 | -1): number {
  const further = step > 0 ? speeds.find((speed) => speed > now) : speeds.findLast((speed) => speed < now)
  return further ?? now
}

/** A remembered speed; 1 for anything that is not one of the list. */
export function readSpeed(stored: string | null): number {
  return speeds.find((speed) => String(speed) === stored) ?? 1
}
