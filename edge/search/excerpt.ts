import { searchTokens } from '../../core/index.ts'

/** A piece of a text, marked where it is what was looked for. */
export type Piece = { readonly text: string; readonly marked: boolean }

/** About how long an excerpt is, and how much of it comes before the first match; in characters. */
const length = 240
const lead = 60

/**
 * Cuts a text into marked and other pieces, whose texts together are the text. A hyphen between two marked words is marked
 * with them, so that a reference such as C-90004 stays in one.
 */
export function marked(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let last = 0
  for (const { start, end, term } of searchTokens(text)) {
    if (!terms.has(term)) continue
    const between = text.slice(last, start)
    const hyphenated = between === '-' ? pieces.pop() : undefined
    if (hyphenated === undefined && between !== '') pieces.push({ text: between, marked: false })
    pieces.push({
      text: `${hyphenated === undefined ? '' : `${hyphenated.text}-`}${text.slice(start, end)}`,
      marked: true,
    })
    last = end
  }
  if (last < text.length) pieces.push({ text: text.slice(last), marked: false })
  return pieces
}

/** The stretch of a text with the most of the terms, cut between words; the beginning of the text where there is none. */
export function excerpt(text: string, terms: ReadonlySet<string>): Piece[] {
  if (text.length <= length) return marked(text, terms)
  const tokens = searchTokens(text)
  const matches = tokens.filter(({ term }) => terms.has(term))
  const richness = (from: number) =>
    new Set(
      matches
        .filter(({ start, end }) => start >= from && end <= from + length - lead)
        .map(({ term }) => term),
    ).size
  let from = matches[0]?.start ?? 0
  for (const { start } of matches) if (richness(start) > richness(from)) from = start
  const begin = from <= lead ? 0 : (tokens.find(({ start }) => start >= from - lead)?.start ?? from)
  const end = tokens.findLast((token) => token.end <= begin + length)?.end ?? text.length
  const whole = end >= (tokens.at(-1)?.end ?? 0)
  return [
    ...(begin > 0 ? [{ text: '… ', marked: false }] : []),
    ...marked(text.slice(begin, whole ? text.length : end), terms),
    ...(whole ? [] : [{ text: ' …', marked: false }]),
  ]
}
