import { createHash } from 'node:crypto'

/**
 * A `_key` that depends on nothing but the given parts, so that seeding twice gives the same bytes.
 *
 * @param parts what names the array member; their order matters, and no two lists of parts run together.
 * @returns 12 lower-case hexadecimal digits.
 */
export function keyOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
}
