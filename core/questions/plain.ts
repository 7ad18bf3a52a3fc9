/**
 * Text as questions hold it: line breaks are `\n`; no tabs, control characters, lone surrogates, spaces at the ends of
 * lines, or white space around it. Runs of spaces stay. A no-break space stays where it stands alone inside a line.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '')
    .replace(/[ \u00a0]{2,}/g, (run) => ' '.repeat(run.length))
    .split('\n')
    .map((line) => (line.startsWith('\u00a0') ? ` ${line.slice(1)}` : line).trimEnd())
    .join('\n')
    .trim()
}

/** {@link plainText} on one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ')
}

// What XML 1.0 cannot hold, and the controls of ISO 6429.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g
