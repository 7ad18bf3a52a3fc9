/** A text as it can be printed, and what of it could not. */
export type Printable = {
  readonly text: string
  /** Characters that the fonts lack, each once, by their Unicode numbers: `U+674E`. */
  readonly lacking: readonly string[]
}

/**
 * Makes a text printable with fonts that do not have every character: what they lack is printed by its Unicode number in
 * brackets, because an empty box would say nothing and leaving it out would say something else. Accents are joined to
 * their letters first, as fonts have more of those; characters that are invisible anyway are dropped.
 *
 * @param has whether the fonts have a code point.
 */
export function printable(text: string, has: (codePoint: number) => boolean): Printable {
  const lacking = new Set<string>()
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\s\p{Zs}]+/gu, ' ')
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
  const printed = Array.from(plain, (character) => {
    const codePoint = character.codePointAt(0) ?? 0
    if (has(codePoint)) return character
    const number = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    lacking.add(number)
    return `[${number}]`
  })
  return { text: printed.join(''), lacking: Array.from(lacking) }
}
