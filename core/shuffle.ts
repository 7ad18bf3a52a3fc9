/**
 * Puts things into an order that depends on a seed alone: the same for the same seed wherever it is computed, and every
 * order about as likely as any other over many seeds. It hides nothing: whoever has the seed can compute the order.
 *
 * @param seed any text.
 * @param length how many things there are.
 * @returns the old positions in their new order, each of `0` to `length - 1` once.
 */
export function shuffledOrder(seed: string, length: number): number[] {
  const random = generator(seed)
  const order = Array.from({ length }, (_, index) => index)
  // Fisher and Yates, from the end.
  for (let last = length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}

/** Numbers from 0 to below 1: MurmurHash3 of the seed as the state of Mulberry32. */
function generator(seed: string): () => number {
  let state = 1779033703 ^ seed.length
  for (const character of seed) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 3432918353)
    state = (state << 13) | (state >>> 19)
  }
  state = Math.imul(state ^ (state >>> 16), 2246822507)
  state = Math.imul(state ^ (state >>> 13), 3266489909)
  state ^= state >>> 16
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
