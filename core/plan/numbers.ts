/** The list at a place; an empty one where there is none. */
export function listAt(lists: readonly (readonly number[])[], place: number): readonly number[] {
  return lists[place] ?? none
}

const none: readonly number[] = []

/** How many bits of a word of 32 are set. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
