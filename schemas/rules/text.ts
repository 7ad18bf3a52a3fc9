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
