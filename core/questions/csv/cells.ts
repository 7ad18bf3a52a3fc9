// What makes a spreadsheet take a cell for a formula, and so run it.
const formula = /^'*[=+\-@\t\r＝＋－＠]/

/** A cell that no spreadsheet takes for a formula: an apostrophe stands before what would be one. */
export function guardCell(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** What {@link guardCell} was given. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

/**
 * Several words in a cell: one a line, or parted by semicolons, or else by commas.
 */
export function splitCell(text: string): string[] {
  const parted = text.includes('\n') ? '\n' : text.includes(';') ? ';' : ','
  return text
    .split(parted)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** A cell that {@link splitCell} takes apart into these words again. */
export function joinCell(words: readonly string[]): string {
  if (!words.some((word) => /[;,\n]/.test(word))) return words.join('; ') + (words.length === 1 ? '' : '')
  return words.length === 1 ? `${words[0]}\n` : words.join('\n')
}
