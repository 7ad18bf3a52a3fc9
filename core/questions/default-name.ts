/**
 * The name that a question without a title gets in formats that want one: its beginning. Readers know it again by it, and
 * take no title from it.
 */
export function defaultName(stem: string): string {
  const line = stem.slice(0, 400).replace(/\s+/g, ' ')
  return line.length <= 80 ? line : `${line.slice(0, 79).toWellFormed().trimEnd()}…`
}
