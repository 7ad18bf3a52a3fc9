/** A text without the spaces around it; empty where there is none. */
export function trimmed(text: string | undefined): string {
  return (text ?? '').trim()
}

/** Texts that differ only in case, spacing or composition look the same to a reader; so they count as equal. */
export function sameToAReader(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/**
 * The members whose text a reader has met before in the same list.
 *
 * @param members - the list in reading order; members without text are left alone (another rule asks for the text)
 * @param textOf - how to read a member's text
 * @returns each later twin, in order
 */
export function repeatedTexts<Member>(
  members: readonly Member[],
  textOf: (member: Member) => string | undefined,
): Member[] {
  const seen = new Set<string>()
  return members.filter((member) => {
    const text = sameToAReader(textOf(member) ?? '')
    if (text === '') return false
    if (seen.has(text)) return true
    seen.add(text)
    return false
  })
}

/**
 * Whether a text is a quantity, such as `21 mmHg`, `< 0.5 %` or `6/12`: a figure with at most a comparison before it and
 * a unit after it. Lengths of quantities say nothing, and they have an order of their own.
 */
export function isQuantity(text: string): boolean {
  const letters = text.replaceAll(/[^\p{L}]/gu, '').length
  return /^\P{N}{0,14}\p{N}/u.test(text) && letters <= 16
}

/** A number as running text has it: words up to twelve, figures above. */
export function numberWord(count: number): string {
  return WORDS[count] ?? String(count)
}

/** `one choice`, `two choices`. */
export function countedWord(count: number, noun: string): string {
  return `${numberWord(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** A sentence with a capital at its start. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
